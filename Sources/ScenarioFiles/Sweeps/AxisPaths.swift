internal import CountyModel
internal import Experiments

/// What the paths of a sweep name, and the one path under which each thing is carried.
///
/// A figure may be written with or without `county.` before it; a lever of the same path takes the
/// bare one. Shards, tables and results carry the prefix where a lever has that path and nowhere
/// else, so that two things never have one path and one thing never has two.
struct AxisPaths {
  /// The figures of the county.
  let numbers: [KnownNumber]

  /// The lever of a path.
  func lever(_ key: String) -> LeverDeclaration? {
    LeverCatalogue.all.first { $0.path == key }
  }

  /// The figure of a path, with or without `county.` before it.
  func number(_ key: String) -> KnownNumber? {
    let path = SweepManifest.Axis.figurePath(of: key)
    return numbers.first { $0.path == path }
  }

  /// The path under which a figure is carried.
  func path(of number: KnownNumber) -> String {
    lever(number.path) == nil ? number.path : SweepManifest.Axis.countyPrefix + number.path
  }

  /// The path under which a sweep carries what a key names; the key itself when it names nothing.
  func path(of key: String) -> String {
    if lever(key) != nil { return key }
    return number(key).map { path(of: $0) } ?? key
  }
}
