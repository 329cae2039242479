internal import CountyModel
internal import Geography

/// Checks the places that policies name, and planned sites, against the map of the county.
struct PlaceDesk {
  private let desk: Desk

  init(_ desk: Desk) { self.desk = desk }

  /// Reports every place that no county of a study knows.
  func check(_ policies: [PolicyFile], in counties: [(file: CountyFile, map: CountyMap)]) {
    for setting in policies.flatMap(\.settings) {
      let meant = counties.map { ($0.file.inputs, $0.map) }.filter {
        setting.counties.isEmpty || setting.counties.contains($0.0.facts.nameEn)
      }
      guard !meant.isEmpty else { continue }
      for name in setting.places
      where !meant.contains(where: { $0.0.mayName(name, for: setting.lever, on: $0.1) }) {
        desk.report(
          .unknownName,
          at: setting.span,
          "\(Visible.quoted(name)) cannot be a place of `\(setting.lever.path)`",
          key: "levers.\(setting.lever.path).at",
          expected: CountyInputs.placesInWords(of: setting.lever),
          help: Suggestions.didYouMean(name, among: meant.flatMap { $0.0.placeNames(on: $0.1) })
        )
      }
    }
  }

  /// Whether the planned sites of a county can be.
  func acceptsSites(of county: CountyFile, on map: CountyMap) -> Bool {
    let problems = county.inputs.siteProblems(on: map)
    for problem in problems {
      let key = "sites[\(problem.row)].\(problem.key)"
      desk.report(
        .wrongValue,
        at: county.span(of: key, on: desk),
        "the planned site cannot be",
        key: key,
        expected: problem.expected
      )
    }
    return problems.isEmpty
  }
}
