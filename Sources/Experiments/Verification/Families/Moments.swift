/// The moments that rows such as `L_at_20` or `mean_at_6h` name.
struct Moments {
  let times: [Double]
  private let names: [String: Double]

  init(_ rows: [ExactRow], besides others: [Double] = [], _ time: (String) -> Double?) {
    let found = rows.compactMap { row in time(row.name).map { (row.name, $0) } }
    names = Dictionary(uniqueKeysWithValues: found)
    times = Array(Set(found.map(\.1) + others)).sorted()
  }

  func row(of exact: ExactRow) -> Int? {
    names[exact.name].flatMap { times.firstIndex(of: $0) }
  }
}
