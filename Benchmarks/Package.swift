// swift-tools-version: 6.2
import PackageDescription

/// Measurements that need the package's own parts: a package apart, so that the county's builds and
/// tests know nothing of them.
let package = Package(
  name: "CountyFlowBenchmarks",
  products: [.executable(name: "hold", targets: ["hold"])],
  dependencies: [.package(name: "CountyFlow", path: "..")],
  targets: [
    .executableTarget(
      name: "hold",
      dependencies: [.product(name: "CountyFlow", package: "CountyFlow")],
      swiftSettings: [.strictMemorySafety(), .treatAllWarnings(as: .error)]
    )
  ],
  swiftLanguageModes: [.v6]
)
