/// A network file with every section, line by line, for tests to change.
enum NetworkText {
  /// One desk: the smallest network, in minutes.
  static let desk = """
    schema: countyflow/network/1
    id: desk
    title: One desk
    timeUnit: min
    sources:
      door: {gap: {law: exponential, mean: 5}, to: desk}
    nodes:
      desk: {servers: 1, service: {law: exponential, mean: 4}}
    run: {warmUp: 0, length: 100, replications: 2, seed: 1}

    """

  /// The desk with its source or its node written otherwise, or with more sections.
  static func desk(
    source: String = "{gap: {law: exponential, mean: 5}, to: desk}",
    node: String = "{servers: 1, service: {law: exponential, mean: 4}}",
    unit: String = "min",
    run: String = "{warmUp: 0, length: 100, replications: 2, seed: 1}",
    more: String = ""
  ) -> String {
    """
    schema: countyflow/network/1
    id: desk
    title: One desk
    timeUnit: \(unit)
    sources:
      door: \(source)
    nodes:
      desk: \(node)
    run: \(run)
    \(more)
    """
  }

  /// A network that uses every section and most keys.
  static let whole = """
    schema: countyflow/network/1
    id: clinic
    title: A clinic
    note: 说明
    timeUnit: min
    classes:
      emergency: {priority: 1}
      routine: {priority: 2, itinerary: [triage, doctor]}
    pools:
      doctors: {servers: 4}
      nurses:
        servers:
          cycle: 24 h
          steps: [{from: 0 h, servers: 1}, {from: 8 h, servers: 3}]
          atEnd: finish
    sources:
      door:
        classes: {routine: 0.8, emergency: 0.2}
        gap: {law: gamma, mean: 5 min, sd: 90 s}
        batch: {law: discrete, values: [1, 2], weights: [3, 1]}
        to: triage
      day:
        class: routine
        rate: {steps: [{from: 0 h, rate: 0}, {from: 8 h, rate: 0.5}], cycle: 1 d}
        to: itinerary
      wave:
        class: routine
        rate: {mean: 0.1, amplitude: 0.8, period: 24 h, phase: 1 h}
        to: {cycle: [triage, doctor]}
      list:
        class: routine
        trace: [0, 30 s, {time: 1 h, class: emergency}]
        to: triage
      staff:
        class: emergency
        population: {size: 10, away: {law: exponential, mean: 2 d}}
        to: {shortest: [triage, doctor]}
    census:
      - {node: triage, class: routine, count: 3}
    nodes:
      triage:
        servers: 2
        service: {byClass: {routine: {law: lognormal, mean: 6, cv: 0.5},
          emergency: {law: deterministic, value: 2}}}
        discipline: priority
        preemption: resume
        waitingRoom: 12
        whenFull: {overflow: [doctor]}
        balking: [0, 0, 20%, 0.5]
        patience: {law: exponential, mean: 30}
        afterReneging: exit
        keepFree: {routine: 1}
        next:
          byClass:
            routine: itinerary
            emergency: {split: {doctor: 70%, ward: 0.1}}
      doctor:
        servers: {pools: {doctors: 1, nurses: 2}}
        service: {law: uniform, low: 5, high: 0.25 h}
        room: 40
        next: {class: emergency, to: {choice: {options: {ward: 0.5, cell: 0}, perPresent: -0.1}}}
      ward:
        servers: [{id: a, speed: 1.0}, {id: b, speed: 0.6}]
        service: {law: exponential, mean: 2 d}
        vacations: {length: {law: deterministic, value: 10}, repeat: single}
      spare:
        servers: unlimited
        service: {law: exponential, rate: 0.5}
      cell:
        kind: sharing
        servers: 1
        service: {law: exponential, mean: 8}
      cars:
        kind: dispatch
        units: [u1, u2]
        zones:
          emergency: {order: [u2, u1], travel: {u1: 5 min, u2: 0.5 h}}
          routine: {order: nearest, travel: {u1: 7, u2: 8}}
        service: {byUnit: {u1: {law: exponential, mean: 2 h}, u2: {law: exponential, mean: 90}}}
        travel: added
        whenAllBusy: wait
        travelLimits: [15, 0.5 h]
    run:
      warmUp: 1 d
      length: 1 week
      replications: 5
      seed: 18446744073709551615
      observeAt: [60, 2 h]
      waitLimits: [30]
      percentiles: [50, 99]
      records: visits
      deadlock: swap

    """
}
