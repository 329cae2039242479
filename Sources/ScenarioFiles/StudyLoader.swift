internal import CountyModel
public import Experiments
internal import Geography

/// A study that was read from files, ready to run.
public struct LoadedStudy: Sendable {
  /// The study.
  public let study: Study
  /// Path of the county file, as far as it can be told from the path of the study.
  public let countyPath: String
  /// What was pointed out on the way.
  public let warnings: [Diagnostic]
  /// SHA-256 over the names and hashes of all files: the same inputs, the same 64 digits.
  public let inputHash: String
  private let file: StudyFile

  /// The same with another number of replications; `nil` keeps the study's own.
  func with(replications: Int?) -> LoadedStudy {
    LoadedStudy(
      file,
      study: study.with(replications: replications),
      countyPath: countyPath,
      warnings: warnings
    )
  }

  init(_ file: StudyFile, study: Study, countyPath: String, warnings: [Diagnostic]) {
    self.file = file
    self.study = study
    self.countyPath = countyPath
    self.warnings = warnings
    let lines = study.files.map { "\($0.sha256) \($0.name)\n" }
    inputHash = FileDoor.sha256(of: Array(lines.joined().utf8))
  }

  /// Every value of the study and its files, for the run folder: JSON with sorted keys.
  ///
  /// The seed and the replications are those of the run, which the command line may have changed.
  public func resolvedJSON(seed: UInt64, replications: Int) -> String {
    ResolvedScenario(file, seed: seed, replications: replications).json
  }
}

/// Reads studies.
public enum StudyLoader {
  /// Reads a study and every file it names.
  ///
  /// - Parameters:
  ///   - path: The study.
  ///   - kept: Policies to keep, by name; `nil` keeps all.
  ///   - shocks: Policy files to lay over every policy, after those that the study names.
  /// - Returns: The study.
  /// - Throws: All problems of all files, in file order.
  public static func load(
    _ path: String,
    keeping kept: [String]? = nil,
    shocks: [String] = []
  ) throws(DiagnosticList) -> LoadedStudy {
    let library = Library()
    let document = library.open(path: path)
    let read = StudyReader(library).read(document)
    guard library.desk.errorCount == 0, var file = read else { throw library.desk.diagnostics }
    PolicyDesk(library).check(file, in: document.source)
    let reader = ShockReader(library)
    let policies = file.policies.filter { kept?.contains($0.id) ?? true }
    file.policies = reader.policies(
      policies,
      under: file.shocks + shocks.flatMap(reader.read(path:)),
      in: file.period
    )
    guard library.desk.errorCount == 0 else { throw library.desk.diagnostics }
    return LoadedStudy(
      file,
      study: try study(file, library),
      countyPath: library.desk[file.county.document.source].name,
      warnings: library.desk.diagnostics.warnings
    )
  }

  /// A study that was read, laid out.
  ///
  /// - Throws: The problems of a county that cannot be laid out.
  static func study(_ file: StudyFile, _ library: Library) throws(DiagnosticList) -> Study {
    let maps = file.counties.compactMap { layOut($0, library.desk) }
    guard maps.count == file.counties.count else { throw library.desk.diagnostics }
    return study(file, maps, library.desk)
  }

  /// The county as it is laid out; a layout that cannot be is reported where it is described.
  static func layOut(_ county: CountyFile, _ desk: Desk) -> CountyMap? {
    do {
      let map = try SyntheticCounty.generate(
        from: county.inputs.facts,
        around: county.tables.parts
      )
      let isSound =
        CommunityDesk(desk, county).accepts(map)
        && PlaceDesk(desk).acceptsSites(of: county, on: map)
      return isSound ? map : nil
    } catch {
      LayoutDesk(desk, county).report(error)
      return nil
    }
  }

  /// The region of a study, with its counties laid out.
  private static func region(_ file: RegionFile, _ maps: [CountyMap]) -> StudyRegion {
    let counties = zip(file.counties, maps).map { member, map in
      StudyCounty(inputs: member.file.inputs, map: map, place: member.place)
    }
    let outside = file.outside.map { outside in
      CityDemand(
        visits: outside.visits,
        bedShare: outside.bedShare,
        ofCityIn: counties[0].inputs,
        counties[0].map
      )
    }
    return StudyRegion(zh: file.zh, en: file.en, counties: counties, outside: outside)
  }

  /// The study of a file whose counties are laid out.
  static func study(_ file: StudyFile, _ maps: [CountyMap], _ desk: Desk) -> Study {
    Study(
      id: file.id,
      zh: file.zh,
      en: file.en,
      note: file.note,
      inputs: file.county.inputs,
      map: maps[0],
      region: file.region.map { region($0, maps) },
      policies: file.policies.map { $0.policy(runStart: file.period.runStart) },
      start: file.period.start,
      end: file.period.end,
      warmUpDays: file.period.warmUpDays,
      replications: file.replications,
      seed: file.seed,
      targets: file.targets,
      // Observations are of one county: a region is held against none.
      fit: file.region == nil ? file.county.fit : [],
      sources: file.sources,
      files: desk.sources.map { InputFile(name: $0.logicalName, sha256: $0.sha256) }
        .sorted { $0.name < $1.name }
    )
  }
}
