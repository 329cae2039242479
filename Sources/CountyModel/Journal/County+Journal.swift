import Engine

extension County {
  /// From here on everything that happens to patients is written down.
  ///
  /// Numbers do not change by it; a run takes about twice as long.
  public mutating func keepJournal() {
    journal = CareJournal()
    world.touched = []
  }

  /// What was written down since the last time.
  public mutating func takeJournal() -> CarePage { journal?.takePage() ?? CarePage() }

  /// The same as running without a journal, and every change of a patient's place is noted.
  mutating func runWithJournal(until end: SimInstant) {
    while let event = world.calendar.next(before: end) {
      world.fingerprint.take(event.word, at: world.now)
      journal?.turn(to: world.now)
      journal?.note(event, in: world)
      departments.handle(event, in: &world)
      var movesCrews = event.movesCrews
      lookAtTouched()
      while let handoff = world.nextHandoff() {
        journal?.note(handoff, in: world)
        movesCrews = movesCrews || handoff.movesCrews
        departments.route(handoff, in: &world)
        lookAtTouched()
      }
      if movesCrews { journal?.look(at: departments.ambulance, in: world) }
    }
  }

  private mutating func lookAtTouched() {
    guard let touched = world.touched, !touched.isEmpty else { return }
    world.touched = []
    for patient in touched { journal?.look(at: patient, in: world) }
  }
}

extension CountyEvent {
  /// Whether crews may do something else after it.
  fileprivate var movesCrews: Bool {
    switch self {
    case .ambulance, .dayTurns: true
    default: false
    }
  }
}

extension Handoff {
  /// Whether crews may do something else after it.
  fileprivate var movesCrews: Bool {
    switch self {
    case .called, .conveyed, .transferred, .bayReady: true
    default: false
    }
  }
}
