internal import Experiments

/// A sweep file and everything it names, read.
struct SweepFile {
  let id: String
  let zh: String
  let en: String
  let note: String
  let study: StudyFile
  /// The document of the study.
  let studySource: SourceID
  /// Names of the measures that are shown first.
  let measures: [String]
  /// The shortest periods that are kept.
  let detail: Shard.Detail
  let kind: SweepDesign.Kind
  let axes: [ReadAxis]
  let uncertain: [ReadAxis]
  /// Draws of a sampled design; 1 of the others.
  let points: Int
  /// Levels of a `morris` design.
  let levels: Int
  /// Points of the outer design.
  let outer: Int
  let replications: Int
  let precision: SweepManifest.Precision?
  let best: ReadBest?
  /// Which constants of the choice hold at an outer point.
  let constants: Constants
  /// Policies that every point runs, in order.
  let run: [String]

  /// Which constants of the choice hold at an outer point.
  enum Constants: String, CaseIterable {
    /// Solved anew, so that the county shows its observed shares whatever is not known.
    case solved
    /// Those of the county file.
    case county
  }

  /// The rule by which the best is chosen.
  struct ReadBest {
    let rule: SweepManifest.Best
    /// Where it is written.
    let span: Span
  }

  /// An axis with the policy that it switches, if it does.
  struct ReadAxis {
    let axis: SweepAxis
    var policy: (file: PolicyFile, source: SourceID)?
    /// Where it is written.
    let span: Span

    var path: String { axis.axis.path }
  }
}

/// The policy that pulls the varied levers and no other.
enum VariedPolicy {
  static let id = "varied"
  static let zh = "仅变动的杠杆"
  static let en = "The varied levers alone"
}
