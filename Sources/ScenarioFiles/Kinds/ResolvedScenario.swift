internal import CountyModel
internal import Engine
internal import Experiments
internal import Foundation
internal import Geography

/// Everything a study was made of, as one JSON object without paths or times.
struct ResolvedScenario: Encodable {
  let schema = "countyflow/scenario/1"
  let id: String
  let zh: String
  let en: String
  let note: String
  let start: String
  let end: String
  let warmUpDays: Int
  let replications: Int
  let seed: String
  /// Values of the county files by full key path, as written.
  let county: [String: String]
  let sources: [Source]
  let policies: [Policy]
  let targets: [Target]
  let fit: [FitTarget]

  /// The origin of one figure.
  struct Source: Encodable {
    let path: String
    let standing: String
    let id: String?
    let source: String
  }

  /// A policy with its dates.
  struct Policy: Encodable {
    let id: String
    let zh: String
    let en: String
    let note: String
    let plan: [String]
    let levers: [Lever]

    /// One dated lever.
    struct Lever: Encodable {
      let path: String
      let to: Double
      let from: String
      let rampDays: Int
      let until: String?
      let counties: [String]
      /// Only where the lever is pulled in named places.
      let places: [String]?
    }
  }

  init(_ file: StudyFile, seed: UInt64, replications: Int) {
    (id, zh, en, note) = (file.id, file.zh, file.en, file.note)
    start = file.period.start.description
    end = file.period.end.description
    warmUpDays = file.period.warmUpDays
    self.replications = replications
    // As text: JSON readers keep whole numbers exactly only up to 2^53.
    self.seed = String(seed)
    let values = file.counties.flatMap { county in
      let place = file.region == nil ? "" : county.inputs.facts.nameEn + "/"
      return county.values.map { (place + $0.path, $0.text) }
    }
    county = Dictionary(values) { first, _ in first }
    sources = file.sources.map { figure in
      Source(
        path: figure.path,
        standing: figure.standing.rawValue,
        id: figure.id,
        source: figure.source
      )
    }
    policies = file.policies.map(Policy.init)
    targets = file.targets
    fit = file.county.fit
  }

  /// The object as text, keys sorted.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Every number was checked to be finite when it was read, so encoding cannot fail.
    let data = (try? encoder.encode(self)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

extension ResolvedScenario.Policy {
  init(_ file: PolicyFile) {
    (id, zh, en, note, plan) = (file.id, file.zh, file.en, file.note, file.plan)
    levers = file.settings.map { setting in
      Lever(
        path: setting.lever.path,
        to: setting.level,
        from: setting.from.description,
        rampDays: setting.rampDays,
        until: setting.until?.description,
        counties: setting.counties,
        places: setting.places.isEmpty ? nil : setting.places
      )
    }
  }
}
