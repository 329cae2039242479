import Engine
import Geography

/// What somebody remembers of the last visit to the usual facility, in one byte: how the wait
/// compared with what people at home expect, and whether the visit failed.
///
/// Seven signed bits of surprise in steps of 1/63 of the scale, and one bit of failure; zero is a wait
/// as expected and a visit that helped.
struct VisitMemory: BitwiseCopyable, Equatable {
  /// Minutes beside the expectation that fill the scale; more is remembered as that much.
  static let fullScale = 60.0
  private static let steps = 63.0

  private var word: Int8 = 0

  /// A visit of which there is nothing to remember.
  init() {}

  /// A visit with a wait, where people expect so many minutes.
  init(after wait: SimDuration, expecting minutes: Double) {
    let surprise = (minutes - wait.inMinutes) / Self.fullScale
    word = 2 * Int8((Self.steps * min(1, max(-1, surprise))).rounded())
  }

  /// How much shorter the wait was than expected: from -1, an hour or more longer, to 1.
  var surprise: Double { Double(word >> 1) / Self.steps }

  /// Whether the complaint went away from there as it had come.
  var failed: Bool { word & 1 == 1 }

  /// The visit did not end the complaint.
  mutating func fail() { word |= 1 }
}

/// The facility that somebody used last, and what is remembered of it.
struct UsualFacility {
  let facility: FacilityID
  let memory: VisitMemory
}

extension Residents.Resident {
  /// A facility was used: it is the usual one from now on, and earlier visits are forgotten.
  mutating func use(_ facility: FacilityID, remembering visit: VisitMemory) {
    usual = UInt16(facility.row + 1)
    memory = visit
  }
}

extension FacilityChoice {
  /// Minutes that people of a settlement expect to wait at a facility; `nil` where they do not
  /// consider it.
  ///
  /// - Complexity: O(alternatives of a settlement)
  func expectedWait(at facility: FacilityID, from home: SettlementID) -> Double? {
    for place in 0..<width {
      let one = self[AlternativeID(row: home.row * width + place)]
      if one.facility == facility, one.standing == .considered { return Double(one.expectedWait) }
    }
    return nil
  }
}

extension World {
  /// The facility a person used last.
  func usualFacility(of person: PersonID) -> UsualFacility? {
    let resident = residents[person]
    guard resident.usual > 0 else { return nil }
    let facility = FacilityID(row: Int(resident.usual) - 1)
    return UsualFacility(facility: facility, memory: resident.memory)
  }

  /// Whether an episode enters its person's memory; a course of treatment says nothing about where to
  /// go with anything else.
  func isRemembered(_ episode: Episode) -> Bool {
    !conditions.isCourse[Int(episode.condition)]
  }

  /// Keeps with an episode how its wait was, until the visit ends.
  ///
  /// Call it before the settlement learns from the same wait.
  mutating func noteWait(_ wait: SimDuration, of patient: EpisodeID) {
    guard choice.remembersVisits else { return }
    let (facility, home) = (episodes[patient].facility, episodes[patient].settlement)
    guard let minutes = choice.expectedWait(at: facility, from: home) else { return }
    episodes[patient].memory = VisitMemory(after: wait, expecting: minutes)
  }

  /// Lets a patient who was not helped remember it, if the place is the usual one.
  ///
  /// Call it while the episode is still there, before the patient is sent on.
  mutating func noteFailure(of patient: EpisodeID) {
    guard choice.remembersVisits else { return }
    episodes[patient].memory = VisitMemory()
    let episode = episodes[patient]
    guard isRemembered(episode),
      Int(residents[episode.person].usual) == episode.facility.row + 1
    else { return }
    residents[episode.person].memory.fail()
  }
}
