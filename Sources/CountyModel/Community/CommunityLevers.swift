/// Levers on medical communities.
struct CommunityLevers {
  /// Least tightness of every community; those already tighter stay.
  let tight: Timeline
  /// Whether the planned grouping is in force: 1/2 and above is yes.
  let regrouped: Timeline
  /// Share of absent physicians of members whom the lead replaces.
  let staffPool: Timeline
  /// Formulary and records shared ahead of tightness.
  let formulary: Timeline
  let records: Timeline
  /// Share of patients who, when they step down or are refused a bed, are offered the free beds of the
  /// hospital's own community before others.
  let beds: Timeline

  init(from levers: inout some LeverReader) {
    tight = levers.lever(
      "community.tight",
      .share,
      0...1,
      neutral: 0,
      zh: "医共体紧密程度下限",
      en: "Least tightness of medical communities",
      plan: ["LYG-26", "LYG-27", "BZ-21", "BZ-25", "WD-12", "TZ-01"]
    )
    regrouped = levers.lever(
      "community.regrouped",
      .share,
      0...1,
      neutral: 0,
      zh: "启用规划中的医共体分组",
      en: "Planned grouping of communities in force",
      plan: ["TZ-08", "YD-11"]
    )
    staffPool = levers.lever(
      "community.staffPool",
      .share,
      0...1,
      neutral: 0,
      zh: "医共体内人员统筹补位比例",
      en: "Absent township physicians covered from the community's pool",
      plan: ["LYG-21", "YD-33", "LYG-72"]
    )
    formulary = levers.lever(
      "community.formulary",
      .share,
      0...1,
      neutral: 0,
      zh: "医共体统一用药目录",
      en: "Shared formulary in communities",
      plan: ["LYG-73", "TZ-15", "WD-34"]
    )
    records = levers.lever(
      "community.records",
      .share,
      0...1,
      neutral: 0,
      zh: "医共体信息互通、结果互认",
      en: "Shared records in communities",
      plan: ["BZ-24", "TZ-12", "LYG-58"]
    )
    beds = levers.lever(
      "community.beds",
      .share,
      0...1,
      neutral: 0,
      zh: "医共体内床位统筹（下转、转院先用本医共体床位）",
      en: "Beds of the own community offered first",
      plan: ["TZ-21"]
    )
  }
}
