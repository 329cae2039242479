extension SweepManifest {
  /// In what another sweep differs from this one, in words; `nil` when it is the same sweep.
  ///
  /// Titles, the order in which results are shown and further rounds make no other sweep.
  public func difference(from other: SweepManifest) -> String? {
    if id != other.id { return "it is called \(id), not \(other.id)" }
    if contract.seed != other.contract.seed { return "its seed is \(contract.seed)" }
    if axes.map(\.path) != other.axes.map(\.path) {
      return "it varies \(axes.map(\.path).joined(separator: ", "))"
    }
    if policies.map(\.id) != other.policies.map(\.id) {
      return "it runs \(policies.map(\.id).joined(separator: ", "))"
    }
    if detail != other.detail { return "it keeps \(detail.rawValue)" }
    if points.count != other.points.count {
      return "it has " + CountText.text(of: points.count, "point")
    }
    if rounds.first != other.rounds.first {
      return "it runs " + CountText.text(of: rounds.first?.replications ?? 0, "replication")
    }
    if precision != other.precision { return "its precision is another" }
    if best != other.best { return "its choice of the best is another" }
    for (place, pair) in zip(points, other.points).enumerated() where pair.0 != pair.1 {
      return pair.0.values == pair.1.values
        ? "its county, policies or dates are others (point \(place))"
        : "point \(place) has other values"
    }
    return nil
  }
}
