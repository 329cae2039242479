/// A medical community (医共体, 医联体) as the county file states it.
struct CommunityFacts {
  /// Who leads a community.
  enum Leader: String, CaseIterable {
    /// A county or city hospital.
    case hospital
    /// A township or community health centre: a regional centre or sub-centre.
    case centre
    /// The centre for disease control, which has no clinic of its own (YD-13).
    case publicHealth
  }

  /// When a grouping of facilities holds.
  enum Grouping: String, CaseIterable {
    /// From the first day of the run.
    case today
    /// As soon as `community.regrouped` is pulled (TZ-08).
    case planned
  }

  let id: String
  let zh: String
  let en: String
  let grouping: Grouping
  let leader: Leader
  /// Id or name of the facility that leads; free text for a community led by public health.
  let lead: String
  /// Members without the lead: facilities by id or name, towns by name, or `all`.
  let members: [String]
  /// How far the community works as one house today, from loose (0) to tight (1).
  let tight: Double
}

extension CommunityFacts {
  /// Reads one community.
  init(from figures: inout some FigureReader) {
    id = figures.text("id", zh: "医共体编号", en: "community id")
    zh = figures.text("zh", zh: "医共体名称", en: "Chinese name")
    en = figures.text("en", zh: "英文名称", en: "English name")
    grouping = figures.named("grouping", Grouping.self, zh: "分组", en: "today's or planned")
    leader = figures.named("leader", Leader.self, zh: "牵头单位类型", en: "who leads")
    lead = figures.text("lead", zh: "牵头单位", en: "facility that leads")
    members = figures.texts("members", zh: "成员单位", en: "members: facilities, towns, or all")
    tight = figures.number("tight", .share, 0...1, zh: "紧密程度", en: "how tight it is today")
  }
}

/// What a tight community changes, at full strength.
struct CommunityInputs {
  /// Utility of the own lead as destination of a referral.
  let leadPreference: Double
  /// Logit of attendance when the community books the visit.
  let booking: Double
  /// Share of a member's missing drugs that a shared formulary supplies.
  let formulary: Double
  /// Share of the tests done at one member that another need not repeat.
  let records: Double
  /// Share of a hospital consultation that repeats what the referring member has already done.
  let workup: Double
  /// Logit shift of a lead's willingness to send patients down to its own members.
  let responsibility: Double

  init(from figures: inout some FigureReader) {
    leadPreference = figures.number(
      "leadPreference",
      .number,
      -5...5,
      zh: "转诊优先牵头医院",
      en: "utility of the own lead hospital in referrals"
    )
    booking = figures.number(
      "booking",
      .number,
      -5...5,
      zh: "医共体内预约对到诊的影响",
      en: "attendance when the community books"
    )
    formulary = figures.number(
      "formulary",
      .share,
      0...1,
      zh: "统一目录补足缺药比例",
      en: "share of missing drugs that a shared formulary supplies"
    )
    records = figures.number(
      "records",
      .share,
      0...1,
      zh: "医共体内免重复检查比例",
      en: "share of tests not repeated inside the community"
    )
    workup = figures.number(
      "workup",
      .share,
      0...1,
      zh: "转诊就诊中重复问诊检查占时",
      en: "share of a consultation that repeats the referring member's work"
    )
    responsibility = figures.number(
      "responsibility",
      .number,
      -5...5,
      zh: "牵头医院下转责任",
      en: "shift of the lead's willingness to send down"
    )
  }
}
