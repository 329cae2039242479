internal import Experiments

/// Reads what `--vary` says: `path=a,b,c`, `path=a..b` or `path=a..b..step`.
struct CommandLineAxes {
  let library: Library
  private var desk: Desk { library.desk }

  init(_ library: Library) { self.library = library }

  /// What messages call the option.
  static let name = "--vary"

  /// The axes; nothing when one could not be read.
  func read(
    _ options: [String],
    _ reader: AxisReader,
    _ kind: SweepDesign.Kind
  ) -> [SweepFile.ReadAxis]? {
    var axes: [SweepFile.ReadAxis] = []
    for option in options {
      let document = DocumentReader(desk: desk).open(text: Self.yaml(of: option), name: Self.name)
      guard let root = document.root else { return nil }
      let keys = MappingReader(desk, root, path: "", places: .sweep)
      let read = reader.axes(keys, for: kind, except: [])
      guard let read else { return nil }
      for axis in read {
        if let first = axes.first(where: { $0.path == axis.path }) {
          desk.report(
            .conflict,
            at: axis.span,
            "`\(first.path)` is varied twice on the command line",
            key: axis.path,
            help: "give all values in one --vary"
          )
          return nil
        }
        axes.append(axis)
      }
    }
    return axes
  }

  /// The option as a file would write it.
  private static func yaml(of option: String) -> String {
    let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return option }
    let ends = parts[1].split(separator: "..", omittingEmptySubsequences: false)
    switch ends.count {
    case 2: return "\(parts[0]): {from: \(ends[0]), to: \(ends[1])}\n"
    case 3: return "\(parts[0]): {from: \(ends[0]), to: \(ends[1]), step: \(ends[2])}\n"
    default: return "\(parts[0]): [\(parts[1])]\n"
    }
  }
}
