/// Equal places that come on and go off duty: clinicians, beds, crews.
///
/// When fewer are on duty than are busy, the busy ones finish what they do: that is overtime.
/// Busy, on-duty and overtime place-time are kept as exact integrals in whole milliseconds.
@frozen
public struct Capacity: Hashable, Sendable, BitwiseCopyable {
  /// How many places are on duty.
  @usableFromInline var placesOnDuty: Int32
  /// How many places are busy.
  @usableFromInline var placesBusy: Int32
  /// Up to when the integrals below are complete.
  @usableFromInline var settled: SimInstant
  @usableFromInline var busySum: Int64
  @usableFromInline var onDutySum: Int64
  @usableFromInline var overtimeSum: Int64

  /// Places on duty, none busy.
  @inlinable
  public init(onDuty: Int, at instant: SimInstant = .start) {
    precondition(onDuty >= 0, "\(onDuty) places on duty")
    placesOnDuty = Int32(onDuty)
    placesBusy = 0
    settled = instant
    busySum = 0
    onDutySum = 0
    overtimeSum = 0
  }

  /// How many places are on duty.
  @inlinable public var onDuty: Int { Int(placesOnDuty) }

  /// How many places are busy; more than are on duty while some work overtime.
  @inlinable public var busy: Int { Int(placesBusy) }

  /// How many places could begin now.
  @inlinable public var free: Int { max(0, onDuty - busy) }

  /// Whether a place could begin now.
  @inlinable public var isFree: Bool { placesBusy < placesOnDuty }

  /// How many busy places are past the end of their duty.
  @inlinable public var inOvertime: Int { max(0, busy - onDuty) }

  /// Occupies a free place; traps if there is none.
  @inlinable
  public mutating func take(at instant: SimInstant) {
    precondition(isFree, "no place is free: \(busy) of \(onDuty) are busy")
    settle(to: instant)
    placesBusy &+= 1
  }

  /// Frees a busy place; traps if there is none.
  @inlinable
  public mutating func give(at instant: SimInstant) {
    precondition(placesBusy > 0, "no place is busy")
    settle(to: instant)
    placesBusy &-= 1
  }

  /// Changes how many places are on duty; those who are busy finish.
  @inlinable
  public mutating func setOnDuty(_ places: Int, at instant: SimInstant) {
    precondition(places >= 0, "\(places) places on duty")
    settle(to: instant)
    placesOnDuty = Int32(places)
  }

  /// Forgets what was integrated so far, at the end of the warm-up.
  @inlinable
  public mutating func reset(at instant: SimInstant) {
    settle(to: instant)
    (busySum, onDutySum, overtimeSum) = (0, 0, 0)
  }

  /// Busy place-time since the last reset, overtime included.
  @inlinable
  public func busyTime(to instant: SimInstant) -> SimDuration {
    settledCopy(at: instant).busySum.asDuration
  }

  /// On-duty place-time since the last reset.
  @inlinable
  public func onDutyTime(to instant: SimInstant) -> SimDuration {
    settledCopy(at: instant).onDutySum.asDuration
  }

  /// Place-time beyond duty since the last reset.
  @inlinable
  public func overtime(to instant: SimInstant) -> SimDuration {
    settledCopy(at: instant).overtimeSum.asDuration
  }

  /// Busy place-time within duty over on-duty place-time; nothing when nobody was on duty.
  @inlinable
  public func utilisation(to instant: SimInstant) -> Double? {
    let upToDate = settledCopy(at: instant)
    guard upToDate.onDutySum > 0 else { return nil }
    return Double(upToDate.busySum - upToDate.overtimeSum) / Double(upToDate.onDutySum)
  }

  /// Kept inline, as all counters of an event: together 4 % of `referral-network`'s instructions.
  @inlinable
  @inline(__always)
  mutating func settle(to instant: SimInstant) {
    let elapsed = (instant - settled).milliseconds
    assert(elapsed >= 0, "capacity changes at \(instant), after \(settled)")
    busySum += elapsed * Int64(placesBusy)
    onDutySum += elapsed * Int64(placesOnDuty)
    overtimeSum += elapsed * Int64(inOvertime)
    settled = instant
  }

  @inlinable
  func settledCopy(at instant: SimInstant) -> Capacity {
    var copy = self
    copy.settle(to: instant)
    return copy
  }
}

extension Int64 {
  /// A sum of milliseconds as a length of time.
  @inlinable var asDuration: SimDuration { SimDuration(milliseconds: self) }
}
