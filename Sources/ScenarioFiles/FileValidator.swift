internal import Geography

/// Checks scenario files of any kind without running anything.
public enum FileValidator {
  /// Every problem of the files and of the files they name.
  public static func validate(_ paths: [String]) -> DiagnosticList {
    let library = Library()
    for path in paths { validate(library.open(path: path), in: library) }
    return library.desk.diagnostics
  }

  private static func validate(_ document: DocumentReader.Document, in library: Library) {
    guard let root = document.root else { return }
    var keys = MappingReader(library.desk, root, path: "", places: .study)
    switch SchemaKind.read(&keys, allowed: SchemaKind.allCases) {
    case .study?:
      let study = StudyReader(library).read(document)
      if let study { PolicyDesk(library).check(study, in: document.source) }
      let counties = study?.counties ?? []
      let maps = counties.map { checkLayout(of: $0, on: library.desk) }
      let laidOut = zip(counties, maps).compactMap { file, map in map.map { (file, $0) } }
      if let study, laidOut.count == counties.count {
        PlaceDesk(library.desk).check(study.policies, in: laidOut)
      }
    case .studies?: _ = SeriesReader(library).read(document)
    case .region?:
      let region = RegionReader(library).region(document)
      for county in region?.counties ?? [] { checkLayout(of: county.file, on: library.desk) }
    case .county?:
      let county = CountyReader(library).county(document)
      if let county { checkLayout(of: county, on: library.desk) }
    case .section?: CountyReader(library).section(document)
    case .policy?: _ = PolicyFileReader(library).read(document)
    case .plan?: _ = PlanReader(desk: library.desk).read(document)
    case .goal?:
      let goal = GoalReader(library).read(document)
      for county in goal?.study.counties ?? [] { checkLayout(of: county, on: library.desk) }
    case .sweep?: SweepValidator(library).validate(document)
    case .calibration?:
      let calibration = CalibrationReader(library).read(document)
      for county in calibration?.study.counties ?? [] { checkLayout(of: county, on: library.desk) }
    case .network?: NetworkReader(library).read(document)?.check(on: library.desk)
    case nil: break
    }
  }

  /// A county is laid out only when all its figures could be read.
  @discardableResult
  private static func checkLayout(of county: CountyFile, on desk: Desk) -> CountyMap? {
    guard desk.errorCount == 0 else { return nil }
    return StudyLoader.layOut(county, desk)
  }
}
