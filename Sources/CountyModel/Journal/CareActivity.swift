/// Something that happens to a patient, as an event log names it.
public enum CareActivity: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// A need arises and the person decides what to do.
  case needArises
  /// On the way to a facility.
  case setsOut
  /// Does not keep an appointment.
  case missesAppointment
  /// Joins the line of a clinic.
  case joinsQueue
  /// Leaves a line or finds the door closed, and looks elsewhere.
  case leavesQueue
  case consultationStarts
  case consultationEnds
  case testOrdered
  case testStarts
  case testEnds
  case resultReady
  /// A doctor refers the patient upwards.
  case referred
  /// Sent from one facility to another, by ambulance or alone.
  case transferred
  /// Somebody calls 120.
  case callsAmbulance
  case crewDispatched
  case crewOnScene
  case crewLeavesScene
  case crewAtDoor
  /// The crew begins to hand over at the bedside.
  case handedOver
  /// Joins the line for an emergency bay.
  case arrivesEmergency
  case bayStarts
  case leavesBay
  /// Decided to be admitted, but no bed is free.
  case waitsForBed
  /// Goes home until the day of a planned admission.
  case admissionPlanned
  case refusedBed
  case admitted
  /// Moves on to a bed of a lower tier.
  case movedDown
  /// The stay is over clinically.
  case readyToLeave
  case discharged
  /// The episode is over.
  case ends
  /// The patient dies, and the episode is over.
  case dies

  /// The name in files.
  public var name: String { "\(self)" }
}

/// One event of a patient.
public struct CareEvent: Sendable, Hashable, BitwiseCopyable {
  /// Milliseconds since midnight of the first day of the run, warm-up included.
  public let milliseconds: Int64
  /// Number of the episode, from 1, in the order in which episodes begin.
  public let episode: UInt32
  /// Place of the facility on the map; `nil` before one is chosen.
  public let facility: UInt16?
  /// Number of the crew; `nil` where none is concerned.
  public let crew: UInt16?
  /// What happens.
  public let activity: CareActivity
}

/// One passage through care, from the need to its end.
public struct CareEpisode: Sendable, Hashable, BitwiseCopyable {
  /// Number of the episode, from 1.
  public let number: UInt32
  /// Number of the person.
  public let person: UInt32
  /// Place of the home settlement on the map.
  public let settlement: UInt16
  /// Place of the condition in the county's list.
  public let condition: UInt8
  /// 0 minor, 1 moderate, 2 severe.
  public let severity: UInt8
  /// Place of the age band.
  public let age: UInt8
  /// Why the person is there.
  public let cause: Cause

  /// Why somebody is in care.
  public enum Cause: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// A need of the person's own.
    case need
    /// Called in for the follow-up of a chronic disease.
    case followUp
    /// Already an inpatient when the run began.
    case census
  }
}

/// What was written down since the journal was last emptied.
public struct CarePage: Sendable {
  /// Episodes that began.
  public internal(set) var episodes: [CareEpisode] = []
  /// Events in the order in which they happened.
  public internal(set) var events: [CareEvent] = []

  /// An empty page.
  public init() {}
}
