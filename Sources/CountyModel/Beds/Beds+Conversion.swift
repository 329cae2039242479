import Engine
import Geography

/// Beds of a township that turned to care because its medical ward stood empty.
struct WardConversion {
  /// Share of the medical beds that are care beds now.
  var share = 0.0
  /// Bed time of the medical ward at the last review.
  var openTime: Int64 = 0
  var takenTime: Int64 = 0
}

extension Beds {
  /// Beds of a ward today, before reservations.
  func bedsToday(_ row: Int, in world: borrowing World) -> Double {
    let one = table[row]
    switch one.kind.tier {
    case .township: return townshipBeds(row, in: world)
    case .county: return (Double(one.beds) * countyFactor(row, in: world)).rounded()
    default: return Double(one.beds)
    }
  }

  /// County beds against the table: the multiplier, intensive care, and emergency conversion.
  private func countyFactor(_ row: Int, in world: borrowing World) -> Double {
    let one = table[row]
    if one.ward == .intensive { return rules.countyBeds * rules.intensive }
    guard rules.surge > 0, let medical = world.facilities.ward(at: one.facility, .medical) else {
      return rules.countyBeds
    }
    let converting = [WardKind.surgical, .care]
    if converting.contains(one.ward) { return rules.countyBeds * (1 - rules.surge) }
    guard one.ward == .medical else { return rules.countyBeds }
    let gained = converting.compactMap { world.facilities.ward(at: one.facility, $0) }
      .reduce(0.0) { $0 + Double(table[$1.row].beds) * rules.surge }
    return rules.countyBeds * (1 + gained / Double(table[medical.row].beds))
  }

  /// Township beds of a kind: care beds up to the floor, conversions of empty wards, branches.
  private func townshipBeds(_ row: Int, in world: borrowing World) -> Double {
    let one = table[row]
    guard let place = townshipPlaces[one.facility.row],
      let medical = world.facilities.ward(at: one.facility, .medical),
      let care = world.facilities.ward(at: one.facility, .care)
    else { return Double(one.beds) }
    let (acute, old) = (Double(table[medical.row].beds), Double(table[care.row].beds))
    let all = acute + old
    var beds = old
    if rules.careShare > inputs.careShare { beds = (all * rules.careShare).rounded(.up) }
    beds = max(beds, old + (acute * conversion[place].share).rounded())
    if isConverted(one.facility, in: world) { beds = all }
    return one.ward == .care ? beds : all - beds
  }

  /// Whether a township branch has become a nursing home: the first so many of them.
  private func isConverted(_ facility: FacilityID, in world: borrowing World) -> Bool {
    guard rules.branches > 0, world.facilities.kind(facility) == .townshipBranch else {
      return false
    }
    let branches = world.facilities.townships.filter {
      world.facilities.kind($0) == .townshipBranch
    }
    let place = branches.firstIndex(of: facility) ?? 0
    return place < Int((rules.branches * Double(branches.count)).rounded())
  }

  /// Every Monday: a medical ward emptier than the threshold gives a step of its beds to care; one
  /// that is ten points fuller takes a step back.
  mutating func reviewConversions(in world: inout World) {
    guard rules.convertBelow > 0 else {
      for place in conversion.indices { conversion[place].share = 0 }
      return
    }
    guard world.today.weekday == 0 else { return }
    for (place, township) in world.facilities.townships.enumerated() {
      guard let ward = world.facilities.ward(at: township, .medical) else { continue }
      let open = wards[ward].openTime - conversion[place].openTime
      let taken = wards[ward].takenTime - conversion[place].takenTime
      conversion[place].openTime = wards[ward].openTime
      conversion[place].takenTime = wards[ward].takenTime
      guard open > 0 else { continue }
      review(place, occupancy: Double(taken) / Double(open))
    }
  }

  private mutating func review(_ place: Int, occupancy: Double) {
    let share = conversion[place].share
    if occupancy < rules.convertBelow {
      conversion[place].share = min(1, share + inputs.conversionStep)
    } else if occupancy > rules.convertBelow + inputs.conversionBand {
      conversion[place].share = max(0, share - inputs.conversionStep)
    }
  }
}
