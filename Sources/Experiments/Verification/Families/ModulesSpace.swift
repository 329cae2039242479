internal import Engine
internal import Geography
internal import Probability

/// Families about places: who lives near enough, and how far it is.
extension VerificationFamily {
  static let space: [VerificationFamily] = [
    VerificationFamily("spatial coverage") { wanted, _ in
      [.direct { _, seed in try SpatialRows(wanted, seed: seed).rows }]
    },
    VerificationFamily("spatial distance") { wanted, _ in
      [.direct { _, _ in try globeRows(wanted) }]
    },
  ]

  /// Distances on the globe; the file's names say which places are meant.
  private static func globeRows(_ wanted: AnalyticCase) throws -> [JudgedRow] {
    var drawn = DrawnRows(wanted)
    let radius = try wanted.number("earth_radius_km")
    for row in wanted.rows {
      guard let (one, other, tolerance) = globePlaces(row.name) else { continue }
      for (label, from, to) in [("", one, other), (" back", other, one)] {
        drawn.add(
          row.name + label,
          exact: row.value,
          formula: from.distance(to: to, radius: radius),
          within: tolerance
        )
      }
    }
    return drawn.rows
  }

  private static func globePlaces(
    _ name: String
  ) -> (GlobePosition, GlobePosition, tolerance: Double)? {
    let words = RowWords(name)
    func places(
      _ latitude: Double,
      _ longitude: Double,
      _ otherLatitude: Double,
      _ otherLongitude: Double,
      within tolerance: Double = 1e-9
    ) -> (GlobePosition, GlobePosition, tolerance: Double) {
      (
        GlobePosition(latitude: latitude, longitude: longitude),
        GlobePosition(latitude: otherLatitude, longitude: otherLongitude), tolerance
      )
    }
    switch words.words.first {
    case "equator": return words.number(after: "equator").map { places(0, 0, 0, $0) }
    case "chengdu": return places(30.5728, 104.0668, 29.563, 106.5516)
    case "antipode": return places(30, 104, -30, -76, within: 1e-6)
    case "same": return places(30.5728, 104.0668, 30.5728, 104.0668, within: 0)
    case "date": return places(0, 179.5, 0, -179.5)
    default:
      guard let latitude = words.number("lat"), let turn = words.number(after: "lon") else {
        return nil
      }
      return places(latitude, 0, latitude, turn)
    }
  }
}

/// Places drawn evenly from a region, row by row.
private struct SpatialRows {
  private let wanted: AnalyticCase
  private var drawn: DrawnRows

  var rows: [JudgedRow] { drawn.rows }

  init(_ wanted: AnalyticCase, seed: UInt64) throws {
    self.wanted = wanted
    drawn = DrawnRows(wanted)
    let streams = RandomStreams(seed: seed, replication: 0)
    for (number, row) in wanted.rows.enumerated() {
      let luck = PlaceLuck(row: number, samples: wanted.samples)
      try judge(row, luck, streams, seed: seed)
    }
  }

  private mutating func judge(
    _ row: ExactRow,
    _ luck: PlaceLuck,
    _ streams: borrowing RandomStreams,
    seed: UInt64
  ) throws {
    let words = RowWords(row.name)
    let middle = Point(x: 0, y: 0)
    let disc = Region.disc(
      centre: middle,
      radius: try words.number("R") ?? wanted.number("disk_radius_km")
    )
    if words.begin(with: "cover"), let reach = words.number("r") {
      guard let sites = SpatialRows.sites(of: words) else { return }
      let near = SiteReach(sites: sites)
      let hits = luck.values(in: disc, streams) { near.covers($0, within: reach) ? 1 : 0 }
      drawn.add(row.name, exact: row.value, hits: Int(hits.reduce(0, +)), of: hits.count)
    } else if words.begin(with: "P", "nearest"), let limit = words.number(after: "gt"),
      let density = words.number("density")
    {
      let found = try luck.nearest(density: density, seed: seed)
      let hits = found.count { $0 > limit }
      drawn.add(row.name, exact: row.value, hits: hits, of: found.count)
    } else if let values = try distances(words, luck, disc, streams, seed: seed) {
      if words.begin(with: "sd") {
        drawn.add(row.name, exact: row.value, deviationOf: values)
      } else {
        var tally = Tally()
        for value in values { tally.add(value) }
        drawn.add(row.name, exact: row.value, mean: tally)
      }
    }
  }

  /// The clinics of a coverage row; nothing for arrangements nobody knows.
  private static func sites(of words: RowWords) -> [Point]? {
    if words.begin(with: "cover", "centre") { return [Point(x: 0, y: 0)] }
    if words.begin(with: "cover", "offset") {
      return words.number("d").map { [Point(x: $0, y: 0)] }
    }
    return words.number("pm").map { [Point(x: -$0, y: 0), Point(x: $0, y: 0)] }
  }

  /// The distances whose mean or deviation a row asks for.
  private func distances(
    _ words: RowWords,
    _ luck: PlaceLuck,
    _ disc: Region,
    _ streams: borrowing RandomStreams,
    seed: UInt64
  ) throws -> [Double]? {
    let middle = Point(x: 0, y: 0)
    let square = words.number("side").map {
      Region.square(corner: Point(x: -$0 / 2, y: -$0 / 2), side: $0)
    }
    let isOfTwo = words.words.contains("two")
    if words.words.contains("manhattan"), isOfTwo, let square {
      return luck.pairs(in: square, streams) { $0.streetDistance(to: $1) }
    }
    if words.words.contains("nearest") {
      if let density = words.number("density") {
        return try luck.nearest(density: density, seed: seed)
      }
      guard let count = words.number("k"), let length = words.number("line") else { return nil }
      let sites = (0..<Int(count)).map { Point(x: (Double($0) + 0.5) * length / count, y: 0) }
      let reach = SiteReach(sites: sites)
      let region = Region.square(corner: middle, side: length)
      return luck.values(in: region, streams) { reach.nearestKilometres(to: Point(x: $0.x, y: 0)) }
    }
    guard words.words.contains("dist") else { return nil }
    let region = square ?? disc
    if isOfTwo { return luck.pairs(in: region, streams) { $0.distance(to: $1) } }
    let clinic = Point(x: words.number("d") ?? 0, y: 0)
    return luck.values(in: region, streams) { $0.distance(to: clinic) }
  }
}

/// The luck of one row's places.
private struct PlaceLuck {
  let row: Int
  let samples: Int

  /// A function of independent places of a region.
  func values(
    in region: Region,
    _ streams: borrowing RandomStreams,
    _ value: (Point) -> Double
  ) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(samples)
    for sample in 0..<samples {
      let words = streams.words(at: DrawAddress(row: row, sample: sample))
      values.append(value(PlaceLuck.place(in: region, words.x, words.y)))
    }
    return values
  }

  /// A function of independent pairs of places of a region.
  func pairs(
    in region: Region,
    _ streams: borrowing RandomStreams,
    _ value: (Point, Point) -> Double
  ) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(samples)
    for sample in 0..<samples {
      let words = streams.words(at: DrawAddress(row: row, sample: sample))
      let one = PlaceLuck.place(in: region, words.x, words.y)
      values.append(value(one, PlaceLuck.place(in: region, words.z, words.w)))
    }
    return values
  }

  /// Distances from a resident to the nearest of Poisson clinics, whose plane is new for each.
  ///
  /// The plane is a torus on which 36 clinics are expected: then nearly nobody (one in 1e12) has the
  /// nearest of an endless plane beyond half its side, where the torus differs.
  func nearest(density: Double, seed: UInt64) throws -> [Double] {
    let expected = 36.0
    let side = (expected / density).squareRoot()
    let land = Region.square(corner: Point(x: 0, y: 0), side: side)
    var laws = LawTable()
    let clinics = laws.add(try .poisson(mean: expected))
    var streams = RandomStreams(seed: seed, replication: 0)
    var values: [Double] = []
    values.reserveCapacity(samples)
    var sites: [Point] = []
    for sample in 0..<samples {
      sites.removeAll(keepingCapacity: true)
      let address = DrawAddress(row: row, sample: sample)
      let count = Int(streams.draw(clinics, from: laws, at: address))
      let placing = DrawAddress(row: row, sample: sample, occurrence: 1)
      for pair in 0..<(count + 1) / 2 {
        let words = streams.words(at: placing, block: UInt32(pair))
        sites.append(PlaceLuck.place(in: land, words.x, words.y))
        if sites.count < count { sites.append(PlaceLuck.place(in: land, words.z, words.w)) }
      }
      guard !sites.isEmpty else { continue }
      let reach = SiteReach(sites: sites, edge: .wrapped(side: side))
      values.append(reach.nearestKilometres(to: Point(x: 0, y: 0)))
    }
    return values
  }

  private static func place(in region: Region, _ first: UInt32, _ second: UInt32) -> Point {
    region.place(RandomStreams.unit(first), RandomStreams.unit(second))
  }
}
