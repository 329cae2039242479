import Engine
import Geography

/// Which facilities settlements consider: the nearest of the village tier, the two nearest of the
/// township tier, the nearest private clinic, each county hospital, city and out of city, and, where
/// one is planned, a specialty hospital.
struct Reach {
  /// Places of a settlement's list that belong together, and who may stand there.
  private struct Group {
    let places: Int
    /// Facilities in order; of equally near ones the first is nearest.
    let candidates: [Int]
  }

  private let groups: [Group]
  private let firstWait: (ordinary: Float, beyond: Float)
  /// Journeys of today, and who is open.
  var map: CountyMap
  var open: [Bool]

  init(_ plan: CountyPlan) {
    map = plan.map
    let table = plan.facilities
    open = plan.map.facilities.indices.map { $0 < table.firstSite }
    let inputs = plan.inputs.firstContact
    firstWait = (Float(inputs.firstExpectedWait), Float(inputs.outOfCityWait))
    let specialised = table.specialtySites
    func group(_ places: Int, where suits: (FacilityKind) -> Bool) -> Group {
      let rows = table.order.filter { suits(table.kinds[$0]) && !specialised.contains($0) }
      return Group(places: places, candidates: rows)
    }
    var groups = [
      group(1) { $0.tier == .village },
      group(2) { $0.tier == .township },
      group(1) { $0 == .privateClinic },
    ]
    for kind in [FacilityKind.countyGeneral, .countyTCM, .countyMCH, .cityHospital, .outOfCity] {
      groups.append(group(1) { $0 == kind })
    }
    if !specialised.isEmpty { groups.append(Group(places: 1, candidates: specialised)) }
    self.groups = groups
  }

  /// What a settlement considers.
  ///
  /// Whoever was considered before and still is keeps the place, and with it the luck of the
  /// draw, what people expect and what they have seen; a newcomer takes over a place left free.
  /// - Complexity: O(facilities)
  func alternatives(of home: Int, keeping known: [Alternative]) -> [Alternative] {
    var result: [Alternative] = []
    for group in groups {
      let nearest = nearest(group, to: home)
      let first = result.count
      var places = [Alternative?](repeating: nil, count: group.places)
      if !known.isEmpty {
        for (place, old) in known[first..<first + group.places].enumerated()
        where old.standing == .considered && nearest.contains(old.facility.row) {
          places[place] = renewed(old, from: home)
        }
      }
      var newcomers = nearest.filter { row in !places.contains { $0?.facility.row == row } }[...]
      for place in places.indices where places[place] == nil {
        places[place] = newcomers.popFirst().map { newcomer($0, from: home) } ?? padding
      }
      result += places.map { $0 ?? padding }
    }
    return result
  }

  /// The nearest open facilities of a group, nearest first.
  private func nearest(_ group: Group, to home: Int) -> [Int] {
    var best: [(minutes: Double, row: Int)] = []
    for row in group.candidates where open[row] {
      let minutes = map.patientMinutes(from: home, toFacility: row)
      guard best.count < group.places || minutes < best[best.count - 1].minutes else { continue }
      let place = best.firstIndex { minutes < $0.minutes } ?? best.count
      best.insert((minutes, row), at: place)
      if best.count > group.places { best.removeLast() }
    }
    return best.map(\.row)
  }

  private func newcomer(_ facility: Int, from home: Int) -> Alternative {
    let kind = map.facilities[facility].kind
    let minutes = map.patientMinutes(from: home, toFacility: facility)
    return Alternative(
      facility: FacilityID(row: facility),
      kind: kind,
      standing: .considered,
      minutes: Float(minutes),
      mapMinutes: minutes,
      expectedWait: kind == .outOfCity ? firstWait.beyond : firstWait.ordinary
    )
  }

  /// The same facility at today's distance.
  private func renewed(_ old: Alternative, from home: Int) -> Alternative {
    let minutes = map.patientMinutes(from: home, toFacility: old.facility.row)
    return Alternative(
      facility: old.facility,
      kind: old.kind,
      standing: .considered,
      minutes: Float(minutes),
      mapMinutes: minutes,
      expectedWait: old.expectedWait,
      quality: old.quality
    )
  }

  /// In the place of a facility that the county does not have.
  private var padding: Alternative {
    Alternative(
      facility: FacilityID(row: 0),
      kind: map.facilities[0].kind,
      standing: .padding,
      minutes: 0,
      mapMinutes: 0,
      expectedWait: 0
    )
  }
}
