/// Which unit to send.
public enum NearestUnit {
  /// The unit that is expected to arrive first; of equals, the one with the lowest row.
  ///
  /// The result does not depend on the order of the candidates.
  ///
  /// - Complexity: O(number of candidates)
  @inlinable
  public static func choose<Unit: RowID>(
    among candidates: some Sequence<Unit>,
    arrivingIn expected: (Unit) -> SimDuration
  ) -> Unit? {
    var chosen: (unit: Unit, time: SimDuration)?
    for unit in candidates {
      let time = expected(unit)
      if let best = chosen, (best.time, best.unit.row) <= (time, unit.row) { continue }
      chosen = (unit, time)
    }
    return chosen?.unit
  }
}
