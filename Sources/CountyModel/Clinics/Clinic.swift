import Engine

/// The state of one clinic: who is on duty, who is busy, whether the doors are open.
struct Clinic: BitwiseCopyable {
  /// Whether the doors are open.
  enum Doors: UInt8, BitwiseCopyable {
    /// In session.
    case open
    /// Lunch: those inside wait.
    case breakTime
    /// The day is over: those inside are still seen, in overtime.
    case closing
    /// Nobody is there.
    case closed
  }

  let kind: UInt8
  let facility: FacilityID
  /// Physicians on duty today.
  var staff: Int16 = 0
  /// Physicians on duty now.
  var onDuty: Int16 = 0
  var busy: Int16 = 0
  /// Physicians kept free for patients sent by family doctors, even if none waits.
  var held: Int16 = 0
  /// Patients of family doctors for whom places are reserved today and still open.
  var reservedLeft: Int16 = 0
  var doors: Doors = .closed
  /// When the last session ended.
  var closedAt: SimInstant = .start
  /// The books of those who wait.
  var line = ClinicLine()

  /// Physicians free to call somebody.
  var free: Int16 { onDuty - busy }

  /// Physicians who may not call walk-ins: once the doors have closed nobody else will come.
  var kept: Int16 { doors == .closing ? 0 : held }
}
