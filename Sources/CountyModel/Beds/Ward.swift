import Engine
import Geography

/// The state of one ward.
struct Ward: BitwiseCopyable {
  let facility: FacilityID
  let kind: FacilityKind
  let ward: UInt8
  /// Beds open today.
  var beds: Int32
  /// Beds taken: by patients, by those waiting to be discharged, and by cleaning.
  var taken: Int32 = 0
  /// Beds kept for patients sent by family doctors.
  var reserved: Int32 = 0

  /// Beds free; negative while a closed bed is still taken.
  var free: Int32 { beds - taken }
}
