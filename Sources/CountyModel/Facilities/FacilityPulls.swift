import Geography

/// The levers of the department with the facilities they may take.
struct FacilityPulls {
  let tertiary: FacilityLever
  let keySpecialties: FacilityLever
  let standard: FacilityLever
  let villageStandard: FacilityLever
  let communityHospitals: FacilityLever
  let subCentres: FacilityLever
  let levelTwo: FacilityLever
  let departments: FacilityLever
  let department: [FacilityLever]
  let villageRun: FacilityLever
  let merged: FacilityLever
  let posted: FacilityLever
  let roving: FacilityLever
  let closed: FacilityLever
  let opened: FacilityLever

  init(_ levers: FacilitiesLevers, _ orders: FacilityOrders, on map: CountyMap) {
    func share(_ lever: PlacedTimeline, _ order: [Int]) -> FacilityLever {
      FacilityLever(lever, .share, among: order, on: map)
    }
    func count(_ lever: PlacedTimeline, _ order: [Int]) -> FacilityLever {
      FacilityLever(lever, .count, among: order, on: map)
    }
    tertiary = count(levers.tertiary, orders.hospitals)
    keySpecialties = count(levers.keySpecialties, orders.hospitals)
    standard = share(levers.standard, orders.townships)
    villageStandard = share(levers.villageStandard, orders.villages)
    communityHospitals = share(levers.communityHospitals, orders.communityFirst)
    subCentres = count(levers.subCentres, orders.outlying)
    levelTwo = count(levers.levelTwo, orders.outlying)
    departments = count(levers.departments, orders.townships)
    department = levers.department.map { share($0, orders.centres) }
    villageRun = share(levers.villageRun, orders.clinics)
    merged = share(levers.merged, orders.smallClinics)
    posted = share(levers.posted, orders.smallClinics)
    roving = count(levers.roving, orders.smallClinics)
    closed = count(levers.closed, orders.townships)
    opened = count(levers.opened, orders.sites)
  }

  /// Whether no lever is ever pulled.
  var isIdle: Bool {
    let all = [
      tertiary, keySpecialties, standard, villageStandard, communityHospitals, subCentres, levelTwo,
      departments, villageRun, merged, posted, roving, closed, opened,
    ]
    return all.allSatisfy(\.isIdle) && department.allSatisfy(\.isIdle)
  }

  /// Facilities of each grade on a day, today's included: at standard, village clinics at standard,
  /// community hospitals, sub-centres, of level two, tertiary.
  func standing(_ inputs: FacilitiesInputs, onDay day: Int) -> [Int] {
    let community = inputs.communityHospitalsToday
    let township = inputs.standardToday
    let village = inputs.villageStandardToday
    return [
      standard.has(township).count + standard.taken(onDay: day, beyond: township).count,
      villageStandard.has(village).count + villageStandard.taken(onDay: day, beyond: village).count,
      communityHospitals.has(community).count
        + communityHospitals.taken(onDay: day, beyond: community).count,
      subCentres.taken(onDay: day).count,
      levelTwo.taken(onDay: day).count,
      tertiary.taken(onDay: day).count,
    ]
  }
}
