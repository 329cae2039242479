import Engine
public import Geography

/// Why a patient is sent from one facility to another.
public enum ReferralReason: UInt8, CaseIterable, Sendable {
  /// Cannot be treated there.
  case skill
  /// Needs a bed that is not there or not good enough.
  case bed
  /// Has been refused a bed in time.
  case refusal
  /// Stable, and sent down for the rest of the stay.
  case down
}

/// One cell of the two-way ledger of referrals: from a kind of facility to another, for a reason.
public struct ReferralFlow: Sendable, Hashable {
  /// Calendar year.
  public let year: Int
  /// Kind that sends.
  public let from: FacilityKind
  /// Kind that is asked to take over.
  public let to: FacilityKind
  /// Why.
  public let reason: ReferralReason
  /// Referrals made.
  public let requested: Int
  /// Those that the catalogue of tiered care asks for.
  public let appropriate: Int
  /// Those that the patient or the family followed.
  public let accepted: Int
  /// Those who came.
  public let arrived: Int
  /// Those who came and were sent on.
  public let onward: Int
}

extension ReferralFlow {
  /// The ledgers of several counties as one.
  static func joined(_ ledgers: [[ReferralFlow]]) -> [ReferralFlow] {
    var sums: [ReferralFlow] = []
    for flow in ledgers.joined() {
      guard let place = sums.firstIndex(where: { $0.isSameCell(as: flow) }) else {
        sums.append(flow)
        continue
      }
      let other = sums[place]
      sums[place] = ReferralFlow(
        year: flow.year,
        from: flow.from,
        to: flow.to,
        reason: flow.reason,
        requested: flow.requested + other.requested,
        appropriate: flow.appropriate + other.appropriate,
        accepted: flow.accepted + other.accepted,
        arrived: flow.arrived + other.arrived,
        onward: flow.onward + other.onward
      )
    }
    return sums
  }

  private func isSameCell(as other: ReferralFlow) -> Bool {
    year == other.year && from == other.from && to == other.to && reason == other.reason
  }
}

/// The two-way ledger of referrals, by year; page 0 is the warm-up.
struct ReferralBooks: ~Copyable {
  /// What can be said of a referral.
  enum Stage: Int, CaseIterable { case requested, appropriate, accepted, arrived, onward }

  private var cells: Column<LedgerCell, Int32>
  private let years: Int
  /// Referrals followed, arrived and withdrawn on the way, over the whole run.
  private(set) var sent: Int64 = 0
  private(set) var received: Int64 = 0
  private(set) var withdrawn: Int64 = 0

  private static let kinds = FacilityKind.allCases.count
  private static let reasons = ReferralReason.allCases.count
  private static let stages = Stage.allCases.count

  init(years: Int) {
    self.years = years
    let count = (years + 1) * Self.kinds * Self.kinds * Self.reasons * Self.stages
    cells = Column(repeating: 0, count: count)
  }

  /// Books one thing about a referral.
  mutating func book(
    _ stage: Stage,
    from: FacilityKind,
    to: FacilityKind,
    because reason: ReferralReason,
    yearPage: Int
  ) {
    cells[Self.cell(yearPage, from.lane, to.lane, reason, stage)] += 1
    switch stage {
    case .accepted: sent += 1
    case .arrived: received += 1
    case .requested, .appropriate, .onward: break
    }
  }

  /// A patient who was to go stays or leaves instead.
  mutating func withdraw() { withdrawn += 1 }

  /// All cells with anything in them, in order of year, sender, receiver and reason.
  func flows(of calendar: [Int]) -> [ReferralFlow] {
    var flows: [ReferralFlow] = []
    for (place, year) in calendar.enumerated() {
      for from in FacilityKind.allCases {
        for to in FacilityKind.allCases {
          for reason in ReferralReason.allCases {
            let counts = Stage.allCases.map {
              Int(cells[Self.cell(place + 1, from.lane, to.lane, reason, $0)])
            }
            guard counts.contains(where: { $0 != 0 }) else { continue }
            flows.append(
              ReferralFlow(
                year: year,
                from: from,
                to: to,
                reason: reason,
                requested: counts[0],
                appropriate: counts[1],
                accepted: counts[2],
                arrived: counts[3],
                onward: counts[4]
              )
            )
          }
        }
      }
    }
    return flows
  }

  private static func cell(
    _ page: Int,
    _ from: Int,
    _ to: Int,
    _ reason: ReferralReason,
    _ stage: Stage
  ) -> LedgerCell {
    let pair = (page * kinds + from) * kinds + to
    return LedgerCell(row: (pair * reasons + Int(reason.rawValue)) * stages + stage.rawValue)
  }
}

extension Episode {
  /// Why the patient is sent on, upwards.
  var reasonToRefer: ReferralReason {
    if traits.contains(.refused) { return .refusal }
    return traits.contains(.needsBed) ? .bed : .skill
  }
}
