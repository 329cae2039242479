internal import CountyModel
internal import Engine
internal import Geography

extension StudyTable {
  init(of study: Study) {
    self.init(
      id: study.id,
      zh: study.zh,
      en: study.en,
      note: study.note,
      countyZh: study.region?.zh ?? study.inputs.facts.name,
      countyEn: study.region?.en ?? study.inputs.facts.nameEn,
      residents: study.counties.reduce(0) { total, county in
        county.map.settlements.reduce(total) { $0 + $1.residents }
      },
      start: study.start.description,
      end: study.end.description,
      warmUpDays: study.warmUpDays,
      replications: study.replications,
      seed: study.seed
    )
  }
}

extension PolicyTable {
  init(of policy: Policy, firstDay: CivilDate) {
    self.init(
      id: policy.id,
      zh: policy.zh,
      en: policy.en,
      plan: policy.plan,
      note: policy.note,
      settings: policy.settings.map { SettingTable(of: $0, firstDay: firstDay) }
    )
  }
}

extension SettingTable {
  init(of setting: Policy.Setting, firstDay: CivilDate) {
    let declaration = LeverCatalogue.all.first { $0.path == setting.path }
    let course = setting.course
    self.init(
      path: setting.path,
      zh: declaration?.zh ?? setting.path,
      en: declaration?.en ?? setting.path,
      plan: declaration?.plan ?? [],
      unit: (declaration?.unit ?? .number).rawValue,
      neutral: DecimalText.rounded(course.neutral),
      level: DecimalText.rounded(course.level),
      start: firstDay.adding(days: course.startDay).description,
      rampDays: course.rampDays,
      end: course.endDay.map { firstDay.adding(days: $0).description }
    )
  }
}

extension SourceTable {
  init(_ source: FigureSource) {
    let declaration = Self.declarations[Self.withoutRows(source.path)]
    self.init(
      path: source.path,
      zh: declaration?.zh,
      en: declaration?.en,
      value: source.value,
      standing: source.standing.rawValue,
      id: source.id,
      source: source.source
    )
  }

  private static let declarations: [String: FigureDeclaration] = {
    let pairs = CountyInputs.declarations.map { ($0.path, $0) }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// `conditions[3].rate` as the declarations write it: `conditions[].rate`.
  private static func withoutRows(_ path: String) -> String {
    var kept = ""
    var skipping = false
    for letter in path {
      if letter == "]" { skipping = false }
      if !skipping { kept.append(letter) }
      if letter == "[" { skipping = true }
    }
    return kept
  }
}
