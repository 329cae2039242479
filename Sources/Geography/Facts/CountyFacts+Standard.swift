extension CountyFacts {
  /// These facts with another standard for ambulances.
  public func with(standard: CircleStandard) -> CountyFacts {
    CountyFacts(
      name: name,
      nameEn: nameEn,
      residents: residents,
      ageShares: ageShares,
      areaSquareKm: areaSquareKm,
      outline: outline,
      towns: towns,
      settlements: settlements,
      detour: detour,
      speeds: speeds,
      facilities: facilities,
      distantHospitals: distantHospitals,
      ambulances: AmbulanceFacts(
        stations: ambulances.stations,
        candidates: ambulances.candidates,
        standard: standard
      ),
      seed: seed
    )
  }
}
