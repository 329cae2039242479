import Engine
import Geography
import Probability

/// What the register asks of its people this month.
struct DueSchedule {
  /// Share on the standard schedule, and its follow-ups a year.
  let standardShare: Double
  let standard: Double
  let loose: Double
  /// Share with long prescriptions.
  let long: Double
  /// Share of severe mental disorders called in, more than today.
  let mental: Double
}

extension ChronicCare {
  /// A month begins: courses move on the first of it, then the days of the month are laid out.
  mutating func turnMonth(in world: inout World) {
    let date = world.today.date
    let month = date.year * 12 + date.month - 1
    keptShare = called > 0 ? Double(done) / Double(called) : keptShare
    (called, done) = (0, 0)
    let schedule = schedule(onDay: world.today.day)
    if date.day == 1 { moveOn(month, schedule, in: &world) }
    calendar.turn(to: date)
    registered = 0
    for home in homes.indices {
      for row in world.residents.rows(in: home) {
        enter(PersonID(row: row), from: SettlementID(row: home), month, schedule, in: world)
      }
    }
  }

  func schedule(onDay day: Int) -> DueSchedule {
    DueSchedule(
      standardShare: levers.managementRate.floor(over: inputs.standardSchedule, onDay: day),
      standard: levers.followUpsPerYear.floor(over: inputs.followUpsPerYear, onDay: day),
      loose: inputs.looseFollowUps,
      long: levers.longPrescriptions.value(onDay: day),
      mental: levers.mentalManagement.value(onDay: day)
    )
  }

  private mutating func enter(
    _ person: PersonID,
    from home: SettlementID,
    _ month: Int,
    _ schedule: DueSchedule,
    in world: borrowing World
  ) {
    let health = world.residents[person].health
    guard health.isPresent else { return }
    if schedule.mental > 0 { enterMental(person, month, schedule, in: world) }
    guard health.isDetected else { return }
    let name = world.residents.luck(of: person, in: home)
    let words = world.streams.words(at: Purpose.chronicCalendar.at(name))
    let isLong = RandomStreams.unit(words.w) < schedule.long
    calendar.enter(
      person,
      .refill,
      timesAYear: isLong ? inputs.longRefillsPerYear : inputs.refillsPerYear,
      phase: RandomStreams.unit(words.x),
      month: month
    )
    guard health.isManaged else { return }
    registered += 1
    calendar.enter(
      person,
      .followUp,
      timesAYear: isStandard(words.z, schedule) ? schedule.standard : schedule.loose,
      phase: RandomStreams.unit(words.y),
      month: month
    )
  }

  private mutating func enterMental(
    _ person: PersonID,
    _ month: Int,
    _ schedule: DueSchedule,
    in world: borrowing World
  ) {
    let words = world.streams.words(
      at: Purpose.chronicCalendar.at(world.residents.luck(of: person)),
      block: 1
    )
    guard RandomStreams.unit(words.x) < inputs.mentalShare * schedule.mental else { return }
    calendar.enter(
      person,
      .followUp,
      timesAYear: ChronicCareInputs.fullSchedule,
      phase: RandomStreams.unit(words.y),
      month: month
    )
  }

  /// Whether somebody is on the standard schedule; raising the share only adds people.
  func isStandard(_ word: UInt32, _ schedule: DueSchedule) -> Bool {
    RandomStreams.unit(word) < schedule.standardShare
  }

  /// Everybody's state moves on by a month, by the person's own luck of that month.
  private mutating func moveOn(_ month: Int, _ schedule: DueSchedule, in world: inout World) {
    let day = world.today.day
    let rates = course.month(
      screening: levers.screening.value(onDay: day),
      programmes: levers.programmes.map { $0.value(onDay: day) },
      control: world.notices.contracts.control
    )
    let full = ChronicCareInputs.fullSchedule
    let followed = [schedule.loose, schedule.standard].map { min(1, $0 / full) * keptShare }
    let step = Step(month: month, rates: rates, schedule: schedule, followed: followed)
    for home in homes.indices {
      for band in 0..<AgeBand.count {
        for (rows, luck) in world.residents.pieces(in: home, band: band) {
          for row in rows {
            let name = luck &+ UInt64(row - rows.lowerBound)
            move(PersonID(row: row), name, of: band, by: step, in: &world)
          }
        }
      }
    }
  }

  /// A month's step of everybody's course.
  private struct Step {
    /// Months since the start of the year 0.
    let month: Int
    let rates: ChronicCourse.Month
    let schedule: DueSchedule
    /// Share of the full schedule that is done, on the loose and on the standard one.
    let followed: [Double]
  }

  private mutating func move(
    _ person: PersonID,
    _ name: UInt64,
    of band: Int,
    by step: Step,
    in world: inout World
  ) {
    let health = world.residents[person].health
    guard health.isPresent else { return }
    // Onset is rare: a twelfth of the people are asked each month, for a year at once.
    let onsets = Int(name % 12) == step.month % 12
    guard health.pattern != 0 || onsets else { return }
    let address = Purpose.chronicCourse.at(name &+ UInt64(step.month) << 40)
    let words = world.streams.words(at: address)
    let own = Purpose.chronicCalendar.at(name)
    let standard = health.isManaged && isStandard(world.streams.words(at: own).z, step.schedule)
    for disease in ChronicDisease.allCases {
      let place = Int(disease.rawValue)
      let luck = RandomStreams.unit(words[place])
      let before = health[disease]
      var after = before
      if before == .none {
        if onsets, luck < course.onset(of: disease, band: band) { after = .undetected }
      } else {
        after = course.next(
          after: before,
          disease,
          in: step.rates,
          followed: step.followed[standard ? 1 : 0],
          luck: (luck, RandomStreams.unit(words[place + 2]))
        )
      }
      if after != before { turn(person, disease, from: before, to: after, in: &world) }
    }
  }

  private mutating func turn(
    _ person: PersonID,
    _ disease: ChronicDisease,
    from before: ChronicState,
    to after: ChronicState,
    in world: inout World
  ) {
    world.residents.turn(person, disease, to: after)
    let lane = Int(disease.rawValue)
    switch (before.isManaged, after.isManaged) {
    case (false, true):
      register.enrolled += 1
      world.ledger.add(.enrolments, lane: lane)
    case (true, false): register.dropped += 1
    default: if before == .undetected { world.ledger.add(.detections, lane: lane) }
    }
  }
}
