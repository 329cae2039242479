internal import Probability

/// Points of Morris's screening, trajectory after trajectory.
enum MorrisDesign {
  /// Points of one trajectory.
  static func points(ofTrajectory inputs: Int) -> Int { inputs + 1 }

  /// Points of the unit cube on a lattice of so many levels; 0 and 1 are among them.
  ///
  /// - Parameters:
  ///   - trajectories: How many there are; more never change the earlier ones.
  ///   - inputs: 1 or more.
  ///   - levels: Even, 2 or more.
  ///   - seed: Of where trajectories begin and of the order in which they move.
  /// - Returns: `points(ofTrajectory:)` points for each trajectory.
  static func points(
    _ trajectories: Int,
    inputs: Int,
    levels: Int,
    seed: UInt64
  ) -> [[Double]] {
    var streams = RandomStreams(seed: seed, replication: 0)
    return (0..<trajectories).flatMap { trajectory in
      var drawn: UInt64 = 0
      return MorrisScreening.path(inputs: inputs, levels: levels) { bound in
        let entity = UInt64(trajectory) << 32 | drawn
        drawn += 1
        return streams.integer(below: bound, at: DrawAddress(purpose: 0x7B02, entity: entity))
      }
    }
  }
}
