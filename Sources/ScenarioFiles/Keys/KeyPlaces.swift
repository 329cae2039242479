internal import CountyModel

/// Where in a kind of file each key belongs, for keys that were written in the wrong place.
struct KeyPlaces: Sendable {
  private let places: [String: [String]]

  /// Places of keys, given their full paths.
  init(paths: [String]) {
    var places: [String: [String]] = [:]
    for path in paths {
      let parts = path.split(separator: ".").map(String.init)
      for (depth, part) in parts.enumerated() {
        let key = part.replacing("[]", with: "")
        let parent = depth == 0 ? "the top" : parts[..<depth].joined(separator: ".")
        if !places[key, default: []].contains(parent) { places[key, default: []].append(parent) }
      }
    }
    self.places = places
  }

  /// Up to three places of a key.
  func of(_ key: String) -> [String] { Array(places[key, default: []].prefix(3)) }

  /// County files: what the model declares.
  static let county = KeyPlaces(paths: CountyInputs.declarations.map(\.path))
  /// Region files.
  static let region = KeyPlaces(
    paths: ["county", "east", "north"].map { "counties[].\($0)" } + [
      "outside.visits", "outside.beds",
    ]
  )
  /// Plan files.
  static let plan = KeyPlaces(
    paths: ["row", "scope", "zh", "en", "where", "reason"].map { "rows[].\($0)" } + ["document"]
  )
  /// Study files.
  static let study = KeyPlaces(
    paths: ["county", "policies", "shocks", "start", "end", "warmUp", "replications", "seed"]
      + ["measure", "atLeast", "atMost", "year", "kind", "plan"].map { "targets[].\($0)" }
  )
  /// Goal files.
  static let goal = KeyPlaces(
    paths: ["study", "targets", "from", "probability", "indifference", "confidence", "budget"]
      + ["lever", "least", "most", "levels", "cost", "ramp"].map { "levers[].\($0)" }
      + ["finalists", "test", "search.runs", "search.until"]
  )
  /// Files that run several studies.
  static let studies = KeyPlaces(
    paths: ["study", "policies", "replications"].map { "studies[].\($0)" } + ["matrix[].measure"]
  )
  /// Calibration files.
  static let calibration = KeyPlaces(
    paths: ["study", "method", "points", "replications", "tolerance", "accept", "inputs"]
      + ["measure", "period", "value", "error", "source"].map { "observed[].\($0)" }
  )
  /// Sweep files.
  static let sweep = KeyPlaces(
    paths: [
      "study", "measures", "design", "points", "trajectories", "levels", "base", "outer",
      "constants", "replications", "run", "vary", "uncertain",
    ] + ["measure", "relative", "from", "to"].map { "precision.\($0)" }
      + ["measure", "indifference", "confidence", "from", "to"].map { "best.\($0)" }
  )
  /// Policy files.
  static let policy = KeyPlaces(
    paths: ["plan", "borrowed", "includes"]
      + ["to", "ramp", "until", "from", "at"].map { "levers.*.\($0)" }
  )
}
