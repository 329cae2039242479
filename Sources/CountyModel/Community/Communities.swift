import Engine
import Geography

/// Medical communities: who belongs to whom today, and what that lets them do together.
///
/// This department moves nobody: it announces bonds, and referrals, choice, beds and staff read
/// them.
struct Communities: ~Copyable {
  private let lent = LentInPlace()
  private let inputs: CommunityInputs
  private let levers: CommunityLevers
  private let today: CommunityTable
  private let planned: CommunityTable
  /// Drugs that a facility lacks against a lead hospital, by facility.
  private let lacking: [Double]

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.community
    levers = plan.levers.community
    today = plan.communities
    let later = plan.inputs.communities.filter { $0.grouping == .planned }
    planned = later.isEmpty ? today : CommunityTable(later, map: plan.map)
    let drugs = plan.inputs.firstContact.drugsByKind
    let best = drugs[FacilityKind.countyGeneral.lane]
    lacking = plan.facilities.kinds.map { max(0, best - drugs[$0.lane]) }
  }

  /// Announces today's bonds.
  mutating func turnDay(in world: inout World) {
    let day = world.today.day
    let table = levers.regrouped.value(onDay: day) < 0.5 ? today : planned
    let least = levers.tight.value(onDay: day)
    let formulary = levers.formulary.value(onDay: day)
    let records = levers.records.value(onDay: day)
    let tight = table.all.map { max($0.tight, least) }
    world.notices.communities.table = table
    world.notices.communities.tight = tight
    world.notices.communities.records = tight.map { inputs.records * max($0, records) }
    world.notices.communities.cover = levers.staffPool.value(onDay: day)
    world.notices.communities.beds = levers.beds.value(onDay: day)
    for row in lacking.indices {
      let community = table.community(of: FacilityID(row: row))
      let supply = community.map { inputs.formulary * max(tight[$0.row], formulary) } ?? 0
      world.notices.communities.drugs[row] = supply * lacking[row]
    }
    for (lane, one) in tight.prefix(Count.lanes).enumerated() {
      world.ledger.set(.tightness, lane: lane, to: Int64((one * 10_000).rounded()))
    }
    world.ledger.set(.communities, to: Int64(table.all.count))
  }
}
