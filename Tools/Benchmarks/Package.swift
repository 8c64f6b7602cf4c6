// swift-tools-version: 6.2
import PackageDescription

// Measurements, apart from the tests: times depend on the machine.
//
//   swift run -c release --package-path Tools/Benchmarks CatalogueBenchmark
//   swift run -c release --package-path Tools/Benchmarks DisclosureBenchmark

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "telltale", path: "../..")],
  targets: [
    .executableTarget(
      name: "CatalogueBenchmark",
      dependencies: [.product(name: "Knowledge", package: "telltale")]),
    .executableTarget(
      name: "DisclosureBenchmark",
      dependencies: [.product(name: "Analysis", package: "telltale")]),
  ],
  swiftLanguageModes: [.v6]
)
