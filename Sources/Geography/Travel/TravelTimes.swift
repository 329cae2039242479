/// Minutes by road between every two settlements, by every mode.
///
/// Times are kept in steps of 1/64 minute (just under a second), so that a journey of exactly
/// 15 minutes is 15 minutes and inclusive thresholds hold.
public struct TravelTimes: Sendable, Hashable {
  /// Settlements in the matrix.
  public let settlementCount: Int
  /// Speeds from which the times were found.
  public let speeds: SpeedTable

  static let stepsPerMinute = 64.0
  /// Longest journey the matrix can hold, in minutes.
  public static let longestMinutes = Double(UInt16.max) / stepsPerMinute

  /// Row-major blocks, one a mode, in the order of `TravelMode`.
  private let steps: [UInt16]

  /// Finds the fastest way between every two settlements.
  ///
  /// - Parameters:
  ///   - roads: Two-way roads between settlements.
  ///   - radii: Radius in kilometres of each settlement's built-up area; gives the time of a
  ///     journey that stays inside it.
  ///   - speeds: Speeds by mode and class.
  ///   - known: Minutes between every two settlements, row after row, for modes whose times do not
  ///     follow from the roads; of each pair the first is read, and nothing of the diagonal.
  /// - Throws: `unreachable` unless the roads connect every settlement, `journeyTooLong` past
  ///   `longestMinutes`.
  /// - Precondition: Known minutes are as many as there are pairs, and 0 or more.
  /// - Complexity: O(settlements · roads · log settlements) a mode.
  public init(
    roads: [Road],
    radii: [Double],
    speeds: SpeedTable,
    known: [TravelMode: [Double]] = [:]
  ) throws(GenerationError) {
    let count = radii.count
    let network = RoadNetwork(roads: roads, settlementCount: count)
    var steps = [UInt16](repeating: 0, count: count * count * TravelMode.allCases.count)
    for mode in TravelMode.allCases {
      let pace = Pace(speeds.of(mode))
      let block = Int(mode.rawValue) * count * count
      for from in 0..<count {
        steps[block + from * count + from] = try Self.steps(of: pace.minutesInside(radii[from]))
        // Roads run both ways: each pair is read once, so the matrix is symmetric to the bit.
        let minutes: [Double?] =
          known[mode].map { Array($0[from * count..<(from + 1) * count]) }
          ?? network.leastCosts(from: from, cost: pace.minutes)
        for to in 0..<count where to > from || from == 0 {
          guard let journey = minutes[to] else { throw .unreachable(settlement: to) }
          guard to != from else { continue }
          let stored = try Self.steps(of: journey)
          steps[block + from * count + to] = stored
          steps[block + to * count + from] = stored
        }
      }
    }
    settlementCount = count
    self.speeds = speeds
    self.steps = steps
  }

  /// Minutes by road from one settlement to another; above zero even within one settlement.
  public func minutes(from: Int, to: Int, by mode: TravelMode) -> Double {
    let row = Int(mode.rawValue) * settlementCount + from
    return Double(steps[row * settlementCount + to]) / Self.stepsPerMinute
  }

  /// Minutes for a patient: the faster of e-bike and car, access time included.
  public func patientMinutes(from: Int, to: Int) -> Double {
    min(
      minutes(from: from, to: to, by: .eBike) + speeds.eBike.accessMinutes,
      minutes(from: from, to: to, by: .car) + speeds.car.accessMinutes
    )
  }

  /// The same times while journeys between groups of settlements take `factor` times as long
  /// wherever one end lies in a closed group; the longest journey is `longestMinutes`.
  ///
  /// - Parameters:
  ///   - factor: 1 or more.
  ///   - groups: The group of each settlement, such as its town.
  ///   - closed: Groups that journeys enter or leave slowly.
  /// - Returns: The slow times.
  /// - Complexity: O(settlements²)
  public func slowed(by factor: Double, groups: [Int], closed: Set<Int>) -> TravelTimes {
    var slow = steps
    let isClosed = groups.map(closed.contains)
    for mode in TravelMode.allCases {
      let block = Int(mode.rawValue) * settlementCount * settlementCount
      for from in 0..<settlementCount {
        for to in 0..<settlementCount
        where groups[from] != groups[to] && (isClosed[from] || isClosed[to]) {
          let place = block + from * settlementCount + to
          slow[place] = UInt16(min(Double(UInt16.max), (Double(steps[place]) * factor).rounded()))
        }
      }
    }
    return TravelTimes(settlementCount: settlementCount, speeds: speeds, steps: slow)
  }

  private init(settlementCount: Int, speeds: SpeedTable, steps: [UInt16]) {
    self.settlementCount = settlementCount
    self.speeds = speeds
    self.steps = steps
  }

  private static func steps(of minutes: Double) throws(GenerationError) -> UInt16 {
    let rounded = (minutes * stepsPerMinute).rounded()
    guard rounded <= Double(UInt16.max) else {
      throw .journeyTooLong(minutes: minutes, most: longestMinutes)
    }
    return UInt16(max(1, rounded))
  }
}

/// Minutes a kilometre of one mode, by class of road.
private struct Pace {
  let minutesPerKilometre: [Double]

  init(_ speeds: ModeSpeeds) {
    minutesPerKilometre = RoadClass.allCases.map { 60 / speeds.kilometresPerHour(on: $0) }
  }

  func minutes(on road: RoadClass, _ kilometres: Double) -> Double {
    minutesPerKilometre[Int(road.rawValue)] * kilometres
  }

  /// Mean journey from the middle of a disc to a point in it is two thirds of its radius.
  func minutesInside(_ radius: Double) -> Double {
    minutes(on: .urbanStreet, radius * 2 / 3)
  }
}
