import Engine
import Geography

/// The state of one ward.
struct Ward: BitwiseCopyable {
  let facility: FacilityID
  let kind: FacilityKind
  let ward: UInt8
  let place: Place
  /// Beds open today.
  var beds: Int32
  /// Beds taken: by patients, by those waiting to be discharged, and by cleaning.
  var taken: Int32 = 0
  /// Beds kept for patients sent by family doctors.
  var reserved: Int32 = 0
  /// Unplanned patients who asked for a bed here, and those who found none at once.
  var asked: Int32 = 0
  var boarded: Int32 = 0
  /// Bed-milliseconds open and taken since the opening.
  private(set) var openTime: Int64 = 0
  private(set) var takenTime: Int64 = 0
  /// Stays and cleaning that are over, milliseconds, and patients who have lain down.
  var usedTime: Int64 = 0
  private(set) var entered: Int32 = 0
  private var since = SimInstant.start
  private var bookedOpen: Int64 = 0
  private var bookedTaken: Int64 = 0

  init(facility: FacilityID, kind: FacilityKind, ward: Int, place: Place) {
    self.facility = facility
    self.kind = kind
    self.ward = UInt8(ward)
    self.place = place
    beds = 0
  }

  /// Where the beds stand.
  enum Place: UInt8, BitwiseCopyable {
    case ward
    /// In patients' homes, cared for by the township centre.
    case home
    /// In the nursing homes of the township's catchment.
    case nursing
  }

  /// Beds free; negative while a closed bed is still taken.
  var free: Int32 { beds - taken }

  /// Somebody lies down.
  mutating func take(at instant: SimInstant) {
    settle(at: instant)
    taken += 1
    entered += 1
  }

  /// Brings the bed time up to an instant; to be called before beds open, close, fill or empty.
  mutating func settle(at instant: SimInstant) {
    let passed = Int64((instant - since).milliseconds)
    openTime += Int64(beds) * passed
    takenTime += Int64(taken) * passed
    since = instant
  }

  /// Bed time open and taken since it was last booked.
  mutating func book(at instant: SimInstant) -> (open: Int64, taken: Int64) {
    settle(at: instant)
    let result = (open: openTime - bookedOpen, taken: takenTime - bookedTaken)
    bookedOpen = openTime
    bookedTaken = takenTime
    return result
  }
}
