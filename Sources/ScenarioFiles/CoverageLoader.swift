internal import CountyModel
internal import Engine
public import Experiments
internal import Foundation
internal import Geography

/// Holds the five plans against the model and the shipped scenarios.
public enum CoverageLoader {
  /// Reads plans, policies, studies and counties of a `Scenarios` folder.
  ///
  /// Every policy is checked; only those that a study runs, alone or as part of a package, count.
  ///
  /// - Throws: All problems of all files.
  public static func load(scenarios folder: String) throws(DiagnosticList) -> PlanCoverage {
    let library = Library()
    let rows = files(in: folder, "plans").flatMap {
      PlanReader(desk: library.desk).read(library.open(path: $0))
    }
    // Series, sweeps and goals speak of studies that stand there by themselves.
    let studies = files(in: folder, "studies").filter { SchemaKind.of($0) == .study }.compactMap {
      StudyReader(library).read(library.open(path: $0))
    }
    // All policies that are known by now were named by a study or by one of its packages.
    let studied = Set(library.policies.keys)
    let policies = files(in: folder, "policies").compactMap { path -> PolicyFile? in
      let document = library.open(path: path)
      let policy = PolicyFileReader(library).read(document)
      return studied.contains(document.source) ? policy : nil
    }
    let counties = folders(in: folder, "counties").compactMap {
      CountyReader(library).county(library.open(path: $0 + "/county.yaml"))
    }
    if rows.isEmpty, library.desk.errorCount == 0 {
      _ = library.open(path: "\(folder)/plans")
    }
    guard library.desk.errorCount == 0 else { throw library.desk.diagnostics }
    let use = PlanUse(
      policies: policies.map { policy in
        PlanUse.PolicyUse(policy.policy(runStart: CivilDate(dayNumber: 0)))
      },
      targets: studies.flatMap { study in
        study.targets.map { PlanUse.TargetUse(study: study.id, $0) }
      },
      figures: counties.flatMap { county in
        county.sources.compactMap {
          PlanUse.FigureUse(county: county.inputs.facts.nameEn, $0)
        }
      }
    )
    return PlanCoverage(rows: rows, use: use)
  }

  private static func files(in folder: String, _ name: String) -> [String] {
    entries(of: "\(folder)/\(name)").filter { $0.hasSuffix(".yaml") }
  }

  private static func folders(in folder: String, _ name: String) -> [String] {
    entries(of: "\(folder)/\(name)").filter {
      FileManager.default.fileExists(atPath: $0 + "/county.yaml")
    }
  }

  private static func entries(of folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }
  }
}
