internal import Experiments

/// One outcome told in one language.
struct Edition: Told {
  let outcome: OutcomeTable
  let language: Language
  /// One verdict for each policy and target.
  let verdicts: [Verdict]

  init(_ outcome: OutcomeTable, _ language: Language) {
    self.outcome = outcome
    self.language = language
    verdicts = outcome.verdicts()
  }

  /// Title of a policy.
  func name(ofPolicy place: Int) -> String {
    written(zh: outcome.policies[place].zh, en: outcome.policies[place].en)
  }

  /// The declaration of a measure.
  func measure(_ id: String) -> MeasureTable? { outcome.measures.first { $0.id == id } }

  /// The unit of a measure; a plain number for one that is not declared.
  func unit(of id: String) -> UnitText { UnitText(named: measure(id)?.unit ?? "") }

  /// The year at which tables stand; 0 for a run that has no year.
  var year: Int { outcome.comparedYear ?? 0 }

  /// How much of that year was measured: the whole of it, or so many days.
  var period: String {
    let days = outcome.quarters.filter { $0.year == year }.reduce(0) { $0 + $1.days }
    guard days < 365 else { return text("period.whole", String(year)) }
    return text("period.part", String(year), String(days))
  }

  /// Whether nothing can be said about chance, since there was one replication.
  var isOneRun: Bool { outcome.study.replications == 1 }

  /// The key that fits the number of replications.
  ///
  /// Two are told apart: Student's t with one degree of freedom leaves next to nothing clear once many
  /// verdicts are adjusted.
  func byRuns(one: String, two: String, more: String) -> String {
    switch outcome.study.replications {
    case 1: one
    case 2: two
    default: more
    }
  }

  /// The policy that pulls the most levers: the package, where there is one.
  var package: Int? { outcome.package }
}
