internal import Experiments

/// Title, what was varied, and what all that rests on.
extension SweepEdition {
  var head: Slots {
    let (study, contract) = (ground.study, manifest.contract)
    let place = written(zh: study.countyZh, en: study.countyEn)
    return [
      "title": written(zh: manifest.zh, en: manifest.en),
      "note": note(manifest.note.isEmpty ? study.note : manifest.note),
      "county": place,
      "residents": text("head.residents", Rounding.fixed(Double(study.residents), decimals: 0)),
      "period": text(
        "head.period",
        PlainText.shown(contract.start),
        PlainText.shown(contract.end)
      ),
      "effort": text(
        "sweep.effort",
        String(manifest.points.count),
        String(manifest.policies.count),
        replications,
        String(contract.warmUpDays)
      ),
      "standing": standing(of: ground.sources, place: place),
    ]
  }

  var variedSection: Slots {
    [
      "design": sentences.joined(separator: language.pick(zh: "", en: " ")),
      "missing": shortfalls,
      "chosen": SweepText.chosen(results, language).map { [$0] } ?? [],
      "broken": results.broken.isEmpty
        ? []
        : [
          text(
            "sweep.broken",
            String(results.broken.count),
            TaskNumbers.text(of: results.broken)
          )
        ],
      "rows": zip(words.axisNames, manifest.axes.indices).map(variedRow),
      "policies": manifest.policies.indices.map { place -> Slots in
        [
          "name": name(ofPolicy: place), "id": PlainText.shown(manifest.policies[place].id),
          "unmoved": results.isUnmoved(policy: place) ? [text("sweep.unmoved")] : [],
        ]
      },
    ]
  }

  /// What the results are short of, in sentences.
  private var shortfalls: [String] {
    guard let further = results.furtherTasks else {
      return [text("sweep.missing", String(results.shards), String(manifest.taskCount))]
    }
    if further > 0 { return [SweepText.unsettled(further, of: manifest, language)] }
    return [SweepText.imprecise(results, language), SweepText.undecided(results, language)]
      .compactMap(\.self)
  }

  /// How the points came about, in sentences.
  private var sentences: [String] {
    let kind = "sweepdesign.\(manifest.design.kind)"
    var sentences = [
      text(
        "sweep.design",
        Messages.shared.has(kind) ? text(kind) : PlainText.shown(manifest.design.kind),
        String(manifest.points.count),
        String(manifest.policies.count),
        replications,
        String(manifest.taskCount)
      )
    ]
    if let outer = manifest.design.outer {
      sentences.append(text("sweep.outer", String(outer), String(manifest.design.points)))
    }
    if let rule = manifest.precision {
      let measure = results.measures.first { $0.id == rule.measure }
      sentences.append(
        text(
          "sweep.precision",
          measure.map(name(of:)) ?? PlainText.shown(rule.measure),
          Rounding.percent(rule.relative),
          String(rule.from),
          String(rule.to)
        )
      )
    }
    if let rule = SweepText.rule(ofBest: results, language) { sentences.append(rule) }
    return sentences
  }

  /// Replications of each point and policy: one number, or the fewest and the most.
  private var replications: String {
    let counts = manifest.points.indices.flatMap { point in
      manifest.policies.indices.map { manifest.replications(ofPoint: point, policy: $0) }
    }
    let (fewest, most) = (counts.min() ?? 0, counts.max() ?? 0)
    return fewest == most ? String(most) : "\(fewest)–\(most)"
  }

  private func variedRow(_ name: String, _ place: Int) -> Slots {
    let axis = manifest.axes[place]
    return [
      "name": name, "path": PlainText.shown(axis.path),
      "kind": text(axis.isUncertain ? "sweepaxis.unknown" : "sweepaxis.\(axis.kind.rawValue)"),
      "values": values(of: axis, at: place), "when": when(axis),
    ]
  }

  /// The values that an axis takes: all when they are few, else the ends.
  private func values(of axis: SweepManifest.Axis, at place: Int) -> String {
    let values = Set(manifest.points.map { $0.values[place] }).sorted()
    guard values.count > 8, let first = values.first, let last = values.last else {
      return values.map { words.value($0, on: axis) }
        .joined(separator: language.pick(zh: "、", en: ", "))
    }
    return text(
      "sweep.range",
      words.value(first, on: axis),
      words.value(last, on: axis),
      String(values.count)
    )
  }

  private func when(_ axis: SweepManifest.Axis) -> String {
    if let source = axis.source { return note(source) }
    guard let from = axis.from else { return "" }
    guard let days = axis.rampDays, days > 0 else {
      return text("sweep.since", PlainText.shown(from))
    }
    return text("sweep.ramp", PlainText.shown(from), String(days))
  }

  var manifestRows: [Slots] {
    let contract = manifest.contract
    return contractRows(
      [
        ("manifest.sweep", PlainText.shown(manifest.id)), ("manifest.program", contract.program),
        ("manifest.model", contract.model), ("manifest.swift", contract.swift),
        ("manifest.gsl", contract.gsl), ("manifest.libc", contract.libc),
        ("manifest.cpu", contract.cpuFeatureClass), ("manifest.seed", String(contract.seed)),
        ("manifest.period", contract.start + " – " + contract.end),
        ("manifest.warmUp", String(contract.warmUpDays)),
        (
          "manifest.tasks",
          text("sweep.pointCount", String(results.shards), String(manifest.taskCount))
        ),
        ("manifest.content", results.contentHash),
        (
          "manifest.policies",
          manifest.policies.map { PlainText.shown($0.id) }.joined(separator: ", ")
        ),
      ],
      contract.files
    )
  }
}
