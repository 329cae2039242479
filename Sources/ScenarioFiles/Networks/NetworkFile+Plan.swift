internal import NetworkModel

extension NetworkFile {
  /// Resolves the names of the network and reports whatever cannot be where the file says it.
  func check(on desk: Desk) {
    do {
      _ = try NetworkPlan(inputs)
    } catch {
      let marks = NetworkMarks(desk: desk, root: root)
      for problem in error.problems { report(problem, marks, on: desk) }
    }
  }

  private func report(_ problem: NetworkProblem, _ marks: NetworkMarks, on desk: Desk) {
    let (span, path) = marks.mark(of: problem.path, found: problem.found)
    guard let found = problem.found else {
      desk.report(.network, at: span, problem.message, key: path)
      return
    }
    desk.report(
      .unknownName,
      at: span,
      problem.message,
      key: path,
      expected: problem.candidates.isEmpty
        ? nil : "one of " + Suggestions.list(problem.candidates),
      help: Suggestions.didYouMean(found, among: problem.candidates)
    )
  }
}
