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
  let kind: SweepDesign.Kind
  let axes: [ReadAxis]
  let uncertain: [ReadAxis]
  /// Points of a sampled design; 1 of the others.
  let points: Int
  /// Points of the outer design.
  let outer: Int
  let replications: Int
  let precision: SweepManifest.Precision?
  /// Policies that every point runs, in order.
  let run: [String]

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
