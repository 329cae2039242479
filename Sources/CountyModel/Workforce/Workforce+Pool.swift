import Engine
import Geography

/// The staff pool: within a medical community the lead covers absences of its members.
extension Workforce {
  /// Covers a share of what members lack, and takes it from the lead of their own community.
  func standIn(in world: inout World) {
    let cover = world.notices.communities.cover
    guard cover > 0 else { return }
    var covered = 0.0
    for community in world.notices.communities.table.all {
      guard let lead = community.lead else { continue }
      covered += standIn(cover, for: members(of: lead, in: world), from: lead, in: &world)
    }
    world.ledger.add(.poolCover, Int64((covered * 1000).rounded()))
  }

  /// Clinics of township facilities in the community of a lead, without its own.
  private func members(of lead: FacilityID, in world: borrowing World) -> [Int] {
    let table = world.notices.communities.table
    return clinics.indices.filter {
      clinics[$0].kind.tier == .township && clinics[$0].facility != lead
        && table.unites(clinics[$0].facility, lead)
    }
  }

  /// Physicians of a lead stand in at clinics of its community.
  ///
  /// A hospital's clinic lacks only the time that its physicians spend there. A lead centre lacks all
  /// of it, and lends no more than leaves it `centreKeeps`.
  ///
  /// - Returns: Physicians who stand in.
  private func standIn(
    _ cover: Double,
    for members: [Int],
    from lead: FacilityID,
    in world: inout World
  ) -> Double {
    let own = clinics.indices.filter { clinics[$0].facility == lead }
    let all = own.reduce(0) { $0 + clinics[$1].physicians }
    guard all > 0 else { return 0 }
    let presence = world.notices.staffing.presence
    let wanted = members.reduce(0) {
      $0 + (1 - presence[$1]) * cover * clinics[$1].physicians
    }
    let isHospital = world.facilities.kind(lead).tier == .county
    let onDuty = own.reduce(0) { $0 + presence[$1] * clinics[$1].physicians }
    let most = isHospital ? wanted : (1 - centreKeeps) * onDuty
    let share = wanted > most ? most / wanted : 1
    for row in members {
      world.notices.staffing.presence[row] += (1 - presence[row]) * cover * share
    }
    let loss = wanted * share * (isHospital ? inputs.donorClinicShare : 1)
    for row in own {
      world.notices.postings.physicians[row] -= loss * clinics[row].physicians / all
    }
    return wanted * share
  }
}
