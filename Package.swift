// swift-tools-version: 6.2
import PackageDescription

// One room per noun (docs/Architecture.md). A target imports only targets listed above it here.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Looking for overlapping accesses while running took an eighth of all instructions. The tests, which run
  // in debug, look for them.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// The one module that declares `~Escapable` views, and so needs lifetime annotations.
let lifetimes: [SwiftSetting] =
  strict + [
    .enableExperimentalFeature("Lifetimes"),
    .strictMemorySafety(),
  ]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

let package = Package(
  name: "telltale",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "telltale", targets: ["TelltaleCLI"]),
    .library(name: "Telltale", targets: ["Telltale"]),
    .library(name: "Knowledge", targets: ["Knowledge"]),
    .library(name: "Analysis", targets: ["Analysis", "Model"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "CPcap", pkgConfig: "libpcap", providers: [.apt(["libpcap-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CMemory"),

    // 1  the nouns
    .target(name: "Model", swiftSettings: strict),
    // 2  bytes → headers; YAML → catalogue
    .target(name: "Wire", dependencies: ["Model"], swiftSettings: lifetimes),
    .target(
      name: "Knowledge",
      dependencies: ["Model", .product(name: "Yams", package: "Yams")],
      exclude: ["Resources"],
      swiftSettings: strict),
    // 3  frames in, ordered bytes, protocol events
    .target(
      name: "Capture",
      dependencies: ["Model", "Wire", "CPcap", "CZlib", "CZstd", crypto],
      swiftSettings: strict),
    .target(name: "Flows", dependencies: ["Model", "Wire", "CMemory"], swiftSettings: strict),
    .target(
      name: "Protocols",
      dependencies: ["Model", "Wire", "CZlib", "CZstd", "CBrotli", crypto, cryptoExtras],
      swiftSettings: strict),
    // 4  flows × protocols → observations
    .target(
      name: "Dissection",
      dependencies: ["Model", "Wire", "Flows", "Protocols", crypto],
      swiftSettings: strict),
    // 5  observations → disclosures → reports
    .target(
      name: "Analysis",
      dependencies: ["Model", "Wire", "Knowledge", "Protocols", crypto],
      swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Model"], swiftSettings: strict),
    // 6  the pipeline
    .target(
      name: "Telltale",
      dependencies: [
        "Model", "Wire", "Knowledge", "Capture", "Flows", "Protocols", "Dissection", "Analysis",
        "Reports",
      ],
      swiftSettings: strict),
    // 8  commands and options
    .executableTarget(
      name: "TelltaleCLI",
      dependencies: [
        "Model", "Knowledge", "Capture", "Dissection", "Analysis", "Reports", "Telltale", "CMemory",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: [
        // Calls into the standard library that go through no table; a tenth of all time.
        .unsafeFlags(
          [
            "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
            "-l_FoundationCollections",
          ], .when(platforms: [.linux], configuration: .release))
      ]),

    // Tests, one target per room.
    .target(
      name: "TestKit", dependencies: ["Model", "Wire"], path: "Tests/TestKit",
      swiftSettings: strict),
    .testTarget(name: "ModelTests", dependencies: ["Model"], swiftSettings: strict),
    .testTarget(name: "WireTests", dependencies: ["Wire", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "KnowledgeTests", dependencies: ["Knowledge", "Model", "TestKit"], swiftSettings: strict
    ),
    .testTarget(
      name: "CaptureTests", dependencies: ["Capture", "Wire", "Model", "CPcap", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "FlowsTests", dependencies: ["Flows", "Wire", "Model", "TestKit"], swiftSettings: strict
    ),
    .testTarget(
      name: "ProtocolsTests",
      dependencies: ["Protocols", "Flows", "Dissection", "Wire", "Model", "TestKit", crypto],
      exclude: ["QUIC/Fixtures", "TLS/Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "DissectionTests",
      dependencies: ["Dissection", "Flows", "Protocols", "Wire", "Model", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "Knowledge", "Wire", "Model", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Model", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "TelltaleTests",
      dependencies: [
        "Telltale", "Dissection", "Analysis", "Protocols", "Flows", "Knowledge", "Capture",
        "Reports",
        "Wire", "Model", "TestKit",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
