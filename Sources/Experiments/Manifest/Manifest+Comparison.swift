extension Manifest.Contract {
  /// What an earlier run has that this one would not give again, in words; `nil` when this one may
  /// take its place.
  ///
  /// The same inputs, policies, dates and seed with as many replications or more: replications are
  /// drawn by their number, so that the earlier ones are among those of the new run. Names of files,
  /// versions and the processor make no other run, or nothing could be renewed by a new version.
  ///
  /// - Parameter earlier: The contract of the run that is there.
  /// - Returns: Words about the earlier run, such as `its seed is 7`.
  func loss(of earlier: Manifest.Contract) -> String? {
    if earlier.study != study { return "it is of the study \(earlier.study)" }
    if earlier.policies != policies {
      return "it runs \(earlier.policies.joined(separator: ", "))"
    }
    if earlier.seed != seed { return "its seed is \(earlier.seed)" }
    if (earlier.start, earlier.end) != (start, end) {
      return "it lasts from \(earlier.start) to \(earlier.end)"
    }
    if earlier.warmUpDays != warmUpDays { return "its warm-up is \(earlier.warmUpDays) d" }
    if Set(earlier.files.map(\.sha256)) != Set(files.map(\.sha256)) {
      return "it was made from other files"
    }
    if earlier.replications > replications {
      return "it has " + CountText.text(of: earlier.replications, "replication")
    }
    return nil
  }
}
