public import CountyModel
internal import Engine
internal import Geography

extension OutcomeTable {
  /// Turns a finished study into plain values, each rounded to ten significant digits.
  ///
  /// - Precondition: `readings` holds one list for each policy and one entry for each replication.
  public init(of study: Study, readings: [[Readings]], manifest: Manifest.Contract) {
    precondition(readings.count == study.policies.count, "every policy has its readings")
    let first = readings[0][0]
    let declared = Measure.all
    schema = Self.currentSchema
    self.study = StudyTable(of: study)
    policies = study.policies.map { PolicyTable(of: $0, firstDay: study.runStart) }
    years = first.years
    quarters = first.quarters.map {
      QuarterTable(year: $0.year, quarter: $0.quarter, days: $0.days)
    }
    measures = declared.map(MeasureTable.init)
    annual = Self.annual(readings)
    counties =
      study.region.map { region in
        region.counties.enumerated().map { place, county in
          CountyTable(
            zh: county.zh,
            en: county.en,
            residents: county.inputs.facts.residents,
            annual: Self.annual(readings.map { $0.map { $0.counties[place] } })
          )
        }
      } ?? []
    quarterly = readings.map { policy in
      policy.map { run in
        declared.map { measure in
          first.quarters.indices.map {
            run.value(of: measure, inQuarter: $0).map(DecimalText.rounded)
          }
        }
      }
    }
    identities = readings.map { $0.map { $0.identities.map(IdentityTable.init) } }
    shadows = readings.enumerated().map { place, runs in
      ShadowTable.of(runs.map(\.shadows))
        + HypercubeShadow.tables(of: runs, under: study.policies[place], in: study)
    }
    fingerprints = readings.map { $0.map { String($0.fingerprint, radix: 16) } }
    events = readings.map { $0.map(\.events) }
    targets = study.targets
    map = MapTable(of: study, readings: readings)
    sources = study.sources.map(SourceTable.init)
    fit = FitTable(of: study, baseline: readings[0])
    self.manifest = manifest
    months = MonthsTable(of: readings[0], measures: headlines)
  }

  /// Values by policy, replication, measure and year.
  private static func annual(_ readings: [[Readings]]) -> [[[[Double?]]]] {
    readings.map { policy in
      policy.map { run in
        Measure.all.map { measure in
          run.years.map { run.value(of: measure, inYear: $0).map(DecimalText.rounded) }
        }
      }
    }
  }

  /// Policies and replications in which an identity does not hold, with the identity.
  public var brokenIdentities: [BrokenIdentity] {
    policies.indices.flatMap { policy in
      identities[policy].indices.flatMap { replication in
        identities[policy][replication].filter { !$0.holds }.map {
          BrokenIdentity(policy: policy, replication: replication, identity: $0)
        }
      }
    }
  }
}

/// An identity that does not hold, and where.
public struct BrokenIdentity: Sendable, Hashable {
  /// Place of the policy in the study.
  public let policy: Int
  /// The replication.
  public let replication: Int
  /// The two sides.
  public let identity: IdentityTable
}

extension IdentityTable {
  init(_ identity: Readings.Identity) {
    self.init(
      id: identity.id,
      zh: identity.zh,
      en: identity.en,
      left: identity.left,
      right: identity.right
    )
  }
}

extension MeasureTable {
  /// Every measure of the county model, in its order.
  public static let declared = Measure.all.map(MeasureTable.init)

  init(_ measure: Measure) {
    self.init(
      id: measure.id,
      zh: measure.zh,
      en: measure.en,
      unit: measure.unit.rawValue,
      better: measure.better.rawValue,
      means: measure.means,
      source: measure.source,
      version: measure.version
    )
  }
}
