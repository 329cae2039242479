import Engine
import Geography
import Probability

/// Time slots of the county hospitals' clinics for the coming days, and how many are taken.
///
/// Anybody may book what is not protected; protected slots wait for patients of family doctors
/// until they are released.
struct SlotBook: ~Copyable {
  /// A slot that somebody has booked.
  struct Slot: BitwiseCopyable {
    /// Days from the booking to the slot.
    let lead: Int
    /// Minutes after the midnight of its day.
    let minute: Double
  }

  private let lent = LentInPlace()
  /// Share of hospital outpatients who book, in force today.
  private(set) var share = 0.0
  private var taken: Column<SlotID, Int16>
  /// Patients whom a clinic's physicians can see in one slot of a working day.
  private var supply: [Double]
  /// Share of a working day's physicians on duty, by days from today.
  private var staffing: [Double]
  /// Place of a clinic among those that take bookings.
  private let places: [Int?]
  private let starts: [Double]
  private let inputs: ClinicsInputs
  private let length: Double
  /// Share of the slots kept from the public until `release` minutes before their day ends.
  private var protected = 0.0
  private var release = 0.0

  init(_ plan: CountyPlan) {
    inputs = plan.inputs.clinics
    length = inputs.slot
    let sessions = inputs.hospitalSessions
    var starts: [Double] = []
    for (opens, closes) in [(sessions[0], sessions[1]), (sessions[2], sessions[3])] {
      var minute = opens
      while minute + length <= closes {
        starts.append(minute)
        minute += length
      }
    }
    self.starts = starts
    var booking = 0
    places = plan.facilities.clinics.map { clinic in
      guard clinic.kind.tier == .county else { return nil }
      booking += 1
      return booking - 1
    }
    supply = Array(repeating: 0, count: booking)
    staffing = Array(repeating: 1, count: inputs.slotHorizon)
    taken = Column(repeating: 0, count: max(1, booking * inputs.slotHorizon * starts.count))
  }

  /// Sets what holds for the day, and opens the last day of the horizon for booking.
  mutating func turn(to today: Today, share: Double, protected: Double, release: Double) {
    self.share = max(share, inputs.appointmentShare)
    self.protected = protected
    self.release = release
    for lead in staffing.indices {
      let day = DayStaffing(on: today.date.adding(days: lead), inputs)
      staffing[lead] = day.share(at: .countyGeneral)
    }
    for place in supply.indices {
      for slot in starts.indices {
        taken[id(place, today.day + inputs.slotHorizon - 1, slot)] = 0
      }
    }
  }

  /// Sets the physicians of a clinic on a full working day, before absence, weekend and holidays.
  mutating func expect(_ physicians: Double, at clinic: ClinicID, consulting minutes: Double) {
    guard let place = places[clinic.row] else { return }
    supply[place] = max(0, physicians) * length / minutes * inputs.bookable
  }

  /// Books the slot nearest to a wish, on the first day that has one.
  ///
  /// - Parameters:
  ///   - clinic: A clinic of a county hospital.
  ///   - wish: Minutes after midnight at which the patient would like to come.
  ///   - first: Days from today of the first day that suits the patient.
  ///   - earliest: Minutes after today's midnight before which the patient cannot be there.
  ///   - today: The day of the booking.
  /// - Returns: `nil` when everything is taken up to the horizon.
  mutating func book(
    at clinic: ClinicID,
    wishing wish: Double,
    from first: Int,
    after earliest: Double,
    on today: Today
  ) -> Slot? {
    guard let place = places[clinic.row], !starts.isEmpty else { return nil }
    let wished = starts.lastIndex { $0 <= wish } ?? 0
    for lead in first..<max(first, inputs.slotHorizon) {
      let perSlot = open(place, lead: lead, now: earliest)
      guard perSlot > 0 else { continue }
      for step in 0..<(2 * starts.count) {
        // The wished slot, then one later, one earlier, two later and so on.
        let slot = wished + (step % 2 == 0 ? -step / 2 : (step + 1) / 2)
        guard starts.indices.contains(slot) else { continue }
        guard lead > 0 || starts[slot] >= earliest else { continue }
        let cell = id(place, today.day + lead, slot)
        guard Double(taken[cell]) < room(slot, perSlot) else { continue }
        taken[cell] += 1
        return Slot(lead: lead, minute: starts[slot])
      }
    }
    return nil
  }

  /// Minutes that a slot lasts.
  var minutes: Double { length }

  /// Patients per slot whom the public may book on a day.
  private func open(_ place: Int, lead: Int, now: Double) -> Double {
    let left = Double(lead + 1) * 1440 - now
    let kept = left > release ? protected : 0
    return supply[place] * staffing[lead] * (1 - kept)
  }

  /// Whole patients of a slot; over a day the fractions add up.
  private func room(_ slot: Int, _ perSlot: Double) -> Double {
    (Double(slot + 1) * perSlot).rounded(.down) - (Double(slot) * perSlot).rounded(.down)
  }

  private func id(_ place: Int, _ day: Int, _ slot: Int) -> SlotID {
    SlotID(row: (place * inputs.slotHorizon + day % inputs.slotHorizon) * starts.count + slot)
  }
}

/// A time slot of one clinic on one day of the horizon.
struct SlotID: RowID {
  private let raw: UInt32
  var row: Int { Int(raw) }
  init(row: Int) { raw = UInt32(truncatingIfNeeded: row) }
}
