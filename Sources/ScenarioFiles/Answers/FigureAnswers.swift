/// Local figures that were filled in, in the place of what the county file says.
struct FigureAnswers {
  /// One filled figure.
  struct Answer {
    /// The value as it was filled in: a scalar, for a list a text such as `1; 2; 3`.
    let node: NodeID
    let origin: Origin
    /// Where its path is written.
    let place: Span
  }

  /// The answers by the full path of the figure.
  var byPath: [String: Answer] = [:]

  /// A figure with its answer, if there is one.
  func answered(_ figure: Figure, isList: Bool, on desk: Desk) -> Figure {
    guard let answer = byPath[figure.path] else { return figure }
    let node = isList ? list(answer, on: desk) : answer.node
    return Figure(node: node, path: figure.path, origin: answer.origin)
  }

  /// Reports every answer to a figure that the county does not have.
  ///
  /// An answer that was asked for and could not be read has been reported where its value stands.
  func checkPaths(known: [String], on desk: Desk) {
    let names = Set(known)
    for (path, answer) in byPath.sorted(by: { $0.key < $1.key })
    where !names.contains(path) && !desk.hasError(at: desk[answer.node].span) {
      desk.report(
        .unknownName,
        at: answer.place,
        "the county has no figure \(Visible.quoted(path))",
        key: "answers.path",
        expected: "a path of `countyflow data-request`",
        help: Suggestions.didYouMean(path, among: known)
      )
    }
  }

  /// The numbers of a list that was filled into one cell: `[1, 2]`, `1; 2` or `1；2`.
  private func list(_ answer: Answer, on desk: Desk) -> NodeID {
    guard case .scalar(let scalar) = desk[answer.node].content else { return answer.node }
    let span = desk[answer.node].span
    let bare = scalar.text.filter { !"[] \t".contains($0) }
    let parts = bare.split(omittingEmptySubsequences: false) { ",;，；、".contains($0) }
    let items = parts.map { part in
      desk.add(
        Node(span: span, content: .scalar(Scalar(text: String(part), style: .plain)))
      )
    }
    return desk.add(Node(span: span, content: .list(items)))
  }
}
