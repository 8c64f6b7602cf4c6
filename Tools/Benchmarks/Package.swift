// swift-tools-version: 6.2
import PackageDescription

// Measurements, apart from the tests: times depend on the machine.
//
//   swift run -c release --package-path Tools/Benchmarks CatalogueBenchmark

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "telltale", path: "../..")],
  targets: [
    .executableTarget(
      name: "CatalogueBenchmark",
      dependencies: [.product(name: "Knowledge", package: "telltale")])
  ],
  swiftLanguageModes: [.v6]
)
