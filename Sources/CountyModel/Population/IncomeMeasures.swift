/// What is counted of rich and poor; lanes by fifth of income, poorest first.
extension Count {
  /// Needs.
  static var needsByIncome: Count { Count(.population, 7) }
  /// Visits, wherever made.
  static var visitsByIncome: Count { Count(.population, 8) }
  /// Needs that ended without care.
  static var unmetByIncome: Count { Count(.population, 9) }
  /// Residents times days.
  static var residentDaysByIncome: Count { Count(.population, 10) }
  /// Residents times days times their yearly disposable income, yuan.
  static var incomeDays: Count { Count(.population, 11) }
}

extension Population {
  static let incomeMeasures: [Measure] =
    measures(of: .poorest, "Poorest", zh: "最低收入组", en: "poorest fifth")
    + measures(of: .richest, "Richest", zh: "最高收入组", en: "richest fifth")
    + [
      concentration("visits", of: .visitsByIncome, zh: "诊疗", en: "Visits"),
      concentration("unmet", of: .unmetByIncome, zh: "未就诊需求", en: "Needs without care"),
      concentration("pocket", of: .pocketByIncome, zh: "个人自付", en: "Out-of-pocket payments"),
      concentration(
        "catastrophic",
        of: .catastrophicByIncome,
        zh: "大病保险受益人口",
        en: "People with catastrophic own pay"
      ),
      Measure(
        "equity.incomeGini",
        zh: "收入基尼系数（五等份）",
        en: "Gini coefficient of income, by fifths",
        unit: .ratio,
        better: .neutral,
        means:
          "Concentration index of disposable income over fifths of the residents; within a fifth all are alike",
        source: "model.md §10",
        formula: .concentration(.incomeDays)
      ),
    ]

  private static func concentration(
    _ id: String,
    of count: Count,
    zh: String,
    en: String
  ) -> Measure {
    Measure(
      "equity.\(id)Concentration",
      zh: "\(zh)按收入的集中指数",
      en: "\(en), concentration index by income",
      unit: .ratio,
      better: .neutral,
      means:
        "\(en) weighted by 2R − 1 / all of them, R the rank in income from 0 to 1, by fifths; below 0 where they lean to the poor",
      source: "model.md §10",
      formula: .concentration(count)
    )
  }

  private static func measures(
    of fifth: IncomeFifth,
    _ word: String,
    zh: String,
    en: String
  ) -> [Measure] {
    let residentDays = Series(.residentDaysByIncome, [fifth.lane])
    let pocket = Series(.pocketByIncome, [fifth.lane])
    return [
      Measure(
        "equity.visits\(word)",
        zh: "\(zh)年人均诊疗次数",
        en: "Visits per resident and year, \(en)",
        unit: .ratio,
        better: .neutral,
        means: "All visits of the \(en) by income / its residents, per year",
        source: "model.md §10",
        formula: .ratio(
          [Series(.visitsByIncome, [fifth.lane])],
          over: [residentDays],
          times: 365.25
        )
      ),
      Measure(
        "equity.unmet\(word)",
        zh: "\(zh)未就诊需求占比",
        en: "Needs without care, \(en)",
        unit: .share,
        better: .lower,
        means: "Needs that end in self-care or in giving up / all needs, of the \(en) by income",
        source: "model.md §10",
        formula: .ratio(
          [Series(.unmetByIncome, [fifth.lane])],
          over: [Series(.needsByIncome, [fifth.lane])],
          times: 1
        )
      ),
      Measure(
        "equity.pocket\(word)",
        zh: "\(zh)人均个人自付",
        en: "Out-of-pocket payments per resident and year, \(en)",
        unit: .yuan,
        better: .lower,
        means: "Payments by patients of the \(en) by income / its residents, per year",
        source: "model.md §10",
        formula: .ratio([pocket], over: [residentDays], times: 365.25 / 100)
      ),
      Measure(
        "equity.burden\(word)",
        zh: "\(zh)个人自付占可支配收入比",
        en: "Out-of-pocket payments over income, \(en)",
        unit: .share,
        better: .lower,
        means: "Payments by patients of the \(en) by income / their disposable income",
        source: "model.md §10",
        formula: .ratio(
          [pocket],
          over: [Series(.incomeDays, [fifth.lane])],
          times: 365.25 / 100
        )
      ),
    ]
  }
}
