// swift-tools-version: 6.2
import PackageDescription

/// One list for every target: the compiler is the first linter.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the house; `needs` are the only modules it may import.
func ring(_ name: String, needs: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: needs, swiftSettings: strict)
}

/// The tests of one target.
func tests(_ name: String, needs: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: needs, swiftSettings: strict)
}

let package = Package(
  name: "CountyFlow",
  products: [
    .executable(name: "countyflow", targets: ["CountyFlowTool"]),
    .library(
      name: "CountyFlow",
      targets: ["Probability", "Engine", "Geography", "CountyModel", "NetworkModel"]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // Kernel: knows no health.
    .systemLibrary(
      name: "CGSL",
      pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev"])]
    ),
    // Debian's GLPK has no pkg-config file; the module map names the library.
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    // A header only: one instruction that Swift has no word for.
    .systemLibrary(name: "CPrefetch"),
    ring("Probability", needs: ["CGSL"]),
    ring("Engine", needs: ["CPrefetch"]),

    // Model: knows no files, threads or screens.
    ring(
      "Geography",
      needs: [
        "Probability", "CGLPK",
        .product(name: "HeapModule", package: "swift-collections"),
      ]
    ),
    ring("CountyModel", needs: ["Engine", "Probability", "Geography"]),
    ring("NetworkModel", needs: ["Engine", "Probability"]),

    // Outer ring: knows no handlers.
    ring(
      "Experiments",
      needs: ["CountyModel", "NetworkModel", "Probability", "Engine", "Geography"]
    ),
    ring(
      "ScenarioFiles",
      needs: [
        "Experiments", "CountyModel", "NetworkModel", "Geography", "Engine", "Probability",
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    // Results in one SQLite file; nothing else in the program speaks SQL.
    ring(
      "ResultStore",
      needs: [
        "Experiments", "CountyModel", "Geography", "Engine",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]
    ),
    // The page's texts and the chart bundle, embedded by the C compiler.
    .target(name: "CWebAssets", exclude: ["vendor", "page"]),
    ring(
      "Reports",
      needs: [
        "Experiments", "CountyModel", "NetworkModel", "Geography", "Engine", "CWebAssets",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    .executableTarget(
      name: "CountyFlowTool",
      dependencies: [
        "CountyModel", "Engine", "Geography", "NetworkModel", "Experiments", "ScenarioFiles",
        "Reports", "ResultStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    tests("ProbabilityTests", needs: ["Probability"]),
    tests("EngineTests", needs: ["Engine"]),
    tests("NetworkModelTests", needs: ["NetworkModel", "Engine", "Probability"]),
    tests("GeographyTests", needs: ["Geography", "Probability"]),
    tests(
      "CountyModelTests",
      needs: [
        "CountyModel", "Engine", "Geography", "Probability", "ScenarioFiles", "Experiments",
        "Reports",
      ]
    ),
    tests(
      "ExperimentsTests",
      needs: [
        "Experiments", "ScenarioFiles", "CountyModel", "NetworkModel", "Probability", "Engine",
      ]
    ),
    tests(
      "ScenarioFilesTests",
      needs: [
        "ScenarioFiles", "Experiments", "CountyModel", "NetworkModel", "Probability", "Geography",
      ]
    ),
    tests("ReportsTests", needs: ["Reports", "Experiments", "CountyModel", "Geography"]),
    tests(
      "ResultStoreTests",
      needs: [
        "ResultStore", "Experiments", "CountyModel", "ScenarioFiles",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    tests("VerificationTests", needs: []),
  ],
  swiftLanguageModes: [.v6],
  // `#embed` is C23.
  cLanguageStandard: .gnu2x
)
