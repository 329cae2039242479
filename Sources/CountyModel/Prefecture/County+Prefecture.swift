import Geography

extension County {
  /// What residents have demanded of the city's hospitals since the beginning.
  var cityDemand: CityDemand {
    let city = FacilityKind.cityHospital.lane
    return CityDemand(
      visits: Double(ledgerTotal(of: .visits, lane: city)),
      admissions: Double(ledgerTotal(of: .admissions, lane: city))
    )
  }

  /// Residents in neighbourhoods and in villages.
  var residentsBySetting: ResidentsBySetting {
    func residents(_ setting: Setting) -> Int64 {
      map.settlements.reduce(0) { $0 + ($1.setting == setting ? Int64($1.residents) : 0) }
    }
    return ResidentsBySetting(urban: residents(.urban), rural: residents(.rural))
  }
}
