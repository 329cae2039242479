/// All levers, as their departments declare them.
public struct LeverCatalogue: LeverReader {
  private var declarations: [LeverDeclaration] = []

  /// Every lever of the county model, department by department.
  public static let all: [LeverDeclaration] = {
    var catalogue = LeverCatalogue()
    _ = Levers(from: &catalogue)
    return catalogue.declarations
  }()

  /// Remembers a declaration and answers with its neutral course.
  public mutating func timeline(_ declaration: LeverDeclaration) -> Timeline {
    declarations.append(declaration)
    return .always(declaration.neutral)
  }

  /// Remembers a declaration and answers with its neutral course.
  public mutating func placed(_ declaration: LeverDeclaration) -> PlacedTimeline {
    declarations.append(declaration)
    return PlacedTimeline(overall: .always(declaration.neutral), local: [])
  }
}
