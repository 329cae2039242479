internal import CountyModel
internal import Engine
internal import Experiments
internal import Geography

/// Turns points of a sweep into studies.
struct SweepScenarios {
  let library: Library
  let study: StudyFile
  let axes: [SweepManifest.Axis]
  /// The switched policies, by path of their axis.
  let switched: [String: PolicyFile]
  /// Policies of every point, in order.
  let run: [String]
  private var desk: Desk { library.desk }
  private let tables: [String]
  /// Counties that were laid out, by what was changed in them.
  private var laidOut: [String: [StudyCounty]] = [:]

  init(
    _ library: Library,
    _ study: StudyFile,
    axes: [SweepManifest.Axis],
    switched: [String: PolicyFile],
    run: [String]
  ) {
    self.library = library
    self.study = study
    self.axes = axes
    self.switched = switched
    self.run = run
    // A table has no figures of its own in the list: its content stands for it.
    let kinds = [".yaml", ".yml", CommandLineAxes.name]
    tables = library.desk.sources.filter { source in !kinds.contains(where: source.name.hasSuffix) }
      .map(\.sha256)
  }

  /// A point as it is run.
  struct Scenario {
    let study: Study
    /// SHA-256 of the resolved scenario, by policy.
    let hashes: [String]
  }

  /// The study of a point; `nil` when its county cannot be laid out, which is reported.
  ///
  /// - Parameters:
  ///   - values: One for each axis.
  ///   - solved: Constants of the choice by name, instead of the county's.
  ///   - base: The study without anything varied, laid out.
  /// - Returns: The study and its names by content.
  mutating func scenario(
    _ values: [Double],
    solved: [String: Double]?,
    of base: Study
  ) -> Scenario? {
    let changes = changes(values, solved)
    let files = study.counties.map {
      changes.isEmpty ? $0 : CountyReader(library).changed($0, by: changes)
    }
    guard let counties = counties(files, changes, of: base) else { return nil }
    let policies = run.map { policy($0, values) }
    let hashes = hashes(of: policies, files)
    let dated = policies.map { $0.policy(runStart: study.period.runStart) }
    return Scenario(study: base.with(counties: counties, policies: dated), hashes: hashes)
  }

  /// Figures that are not what the file says, by path.
  private func changes(_ values: [Double], _ solved: [String: Double]?) -> [String: Double] {
    var changes: [String: Double] = [:]
    for (axis, value) in zip(axes, values) where axis.kind == .input {
      changes[SweepManifest.Axis.figurePath(of: axis.path)] = value
    }
    for (name, value) in solved ?? [:] { changes["solved.\(name)"] = value }
    return changes
  }

  /// The counties, laid out anew when their geography was changed.
  private mutating func counties(
    _ files: [CountyFile],
    _ changes: [String: Double],
    of base: Study
  ) -> [StudyCounty]? {
    let geography = changes.filter { $0.key.hasPrefix("geography.") }
    guard !geography.isEmpty else {
      return zip(files, base.counties).map {
        StudyCounty(inputs: $0.inputs, map: $1.map, place: $1.place)
      }
    }
    let key = geography.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      .joined(separator: " ")
    let known = laidOut[key]
    let maps = known?.map(\.map) ?? files.compactMap { StudyLoader.layOut($0, desk) }
    guard maps.count == files.count else { return nil }
    let counties = zip(zip(files, maps), base.counties).map {
      StudyCounty(inputs: $0.0.inputs, map: $0.1, place: $1.place)
    }
    if known == nil { laidOut[key] = counties }
    return counties
  }

  // MARK: Policies

  /// A policy of the sweep at a point: the baseline stays, every other one pulls what is varied.
  private func policy(_ id: String, _ values: [Double]) -> PolicyFile {
    let baseline = study.policies[0]
    if id == baseline.id { return baseline }
    let known = study.policies.first { $0.id == id }
    let parts = zip(axes, values).compactMap { axis, value in
      axis.kind == .policy && value == 1 ? switched[axis.path] : nil
    }
    var settings = known?.settings ?? []
    for part in parts { settings += part.settings }
    for (axis, value) in zip(axes, values) where axis.kind == .lever {
      settings = pulled(axis, to: value, in: settings)
    }
    return PolicyFile(
      id: id,
      zh: known?.zh ?? VariedPolicy.zh,
      en: known?.en ?? VariedPolicy.en,
      plan: known?.plan ?? [],
      note: known?.note ?? "",
      settings: settings
    )
  }

  /// The settings with a lever at a level: on the dates it has already, else on those of the axis.
  private func pulled(
    _ axis: SweepManifest.Axis,
    to level: Double,
    in settings: [PolicyFile.Setting]
  ) -> [PolicyFile.Setting] {
    if settings.contains(where: { $0.lever.path == axis.path }) {
      return settings.map { $0.lever.path == axis.path ? $0.at(level) : $0 }
    }
    guard let lever = LeverCatalogue.all.first(where: { $0.path == axis.path }) else {
      return settings
    }
    let setting = PolicyFile.Setting(
      lever: lever,
      level: level,
      from: axis.firstDay ?? study.period.start,
      rampDays: axis.rampDays ?? 0,
      until: nil,
      counties: [],
      places: [],
      span: Span(Position(file: SourceID(row: 0), line: 1, column: 1))
    )
    return settings + [setting]
  }

  // MARK: Names by content

  private func hashes(of policies: [PolicyFile], _ files: [CountyFile]) -> [String] {
    var figures: [String] = []
    for (place, file) in files.enumerated() {
      figures += file.values.map { "\(place)/\($0.path)=\($0.text)" }
    }
    if let region = study.region {
      figures.append("region=\(region.en)")
      figures += region.counties.enumerated().map { "\($0)/en=\($1.file.inputs.facts.nameEn)" }
      if let outside = region.outside {
        figures.append("outside=\(outside.visits),\(outside.bedShare)")
      }
    }
    let digest = ScenarioDigest(
      figures: figures,
      tables: tables,
      start: study.period.start.description,
      end: study.period.end.description,
      warmUpDays: study.period.warmUpDays
    )
    return policies.map { policy in
      digest.hash(levers: policy.settings.filter { !$0.isNeutral }.map(\.inWords))
    }
  }
}

extension SweepManifest.Axis {
  /// First day of a lever that its policy does not pull already.
  fileprivate var firstDay: CivilDate? {
    from.flatMap { try? DateGrammar.date(Scalar(text: $0, style: .plain)) }
  }
}

extension PolicyFile.Setting {
  /// Whether the lever never leaves its neutral value.
  fileprivate var isNeutral: Bool { level == lever.neutral }

  /// The lever with its course, for naming by content.
  fileprivate var inWords: String {
    let end = until?.description ?? "-"
    let place = (counties.sorted() + places.map { "@\($0)" }).joined(separator: "|")
    return "\(lever.path)=\(level) \(from.description) \(rampDays) \(end) \(place)"
  }

  /// The same dates at another level.
  fileprivate func at(_ level: Double) -> PolicyFile.Setting {
    PolicyFile.Setting(
      lever: lever,
      level: level,
      from: from,
      rampDays: rampDays,
      until: until,
      counties: counties,
      places: places,
      span: span
    )
  }
}
