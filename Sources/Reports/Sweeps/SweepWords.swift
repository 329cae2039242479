internal import Experiments

/// What a sweep varies, and under which policies, in words of one language; pages and terminals name
/// them alike.
struct SweepWords: Told {
  let axes: [SweepManifest.Axis]
  let policies: [SweepManifest.PolicyName]
  let language: Language

  /// The words of a sweep.
  init(of manifest: SweepManifest, _ language: Language) {
    self.init(manifest.axes, manifest.policies, language)
  }

  /// The words of these axes and policies.
  init(
    _ axes: [SweepManifest.Axis],
    _ policies: [SweepManifest.PolicyName],
    _ language: Language
  ) {
    self.axes = axes
    self.policies = policies
    self.language = language
  }

  /// Titles of all axes, no two alike.
  var axisNames: [String] { distinct(axes.map(name(of:))) }

  /// Titles of all policies, no two alike.
  var policyNames: [String] { distinct(policies.map { written(zh: $0.zh, en: $0.en) }) }

  /// Title of an axis; its path where it has none.
  func name(of axis: SweepManifest.Axis) -> String {
    let title = written(zh: axis.zh, en: axis.en)
    return title.isEmpty ? PlainText.shown(axis.path) : title
  }

  /// Title of the axis of a path; the path where no axis has it.
  func name(ofAxis path: String) -> String {
    axes.firstIndex { $0.path == path }.map { axisNames[$0] } ?? PlainText.shown(path)
  }

  /// Title of a policy; its id where no policy has it.
  func name(ofPolicy id: String) -> String {
    policies.firstIndex { $0.id == id }.map { policyNames[$0] } ?? PlainText.shown(id)
  }

  /// A value on an axis: a policy is in force or not, anything else has a unit.
  func value(_ value: Double, on axis: SweepManifest.Axis?) -> String {
    guard axis?.kind != .policy else { return text(value == 1 ? "sweepaxis.on" : "sweepaxis.off") }
    return UnitText(named: axis?.unit ?? "number").written(value, language)
  }

  /// Axes with a value each, as a list: `Posted physicians 2, contracts 45%`.
  func settings(_ values: [Shard.Value]) -> String {
    values.map { setting in
      let axis = axes.first { $0.path == setting.path }
      return name(ofAxis: setting.path) + " " + value(setting.value, on: axis)
    }.joined(separator: language.pick(zh: "，", en: ", "))
  }
}
