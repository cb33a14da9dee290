// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "onebook",
  products: [.executable(name: "onebook", targets: ["Tool"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // Support: what the stages stand on.
    .systemLibrary(
      name: "CLibXML2", path: "Sources/Support/CLibXML2",
      pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/Support/CZlib",
      pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExchange", path: "Sources/Support/CExchange"),
    .systemLibrary(
      name: "CCurl", path: "Sources/Support/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "Diagnostics", path: "Sources/Support/Diagnostics", swiftSettings: strict),
    .target(
      name: "XMLFile", dependencies: ["CLibXML2", "Diagnostics"],
      path: "Sources/Support/XMLFile", swiftSettings: strict),
    .target(name: "Markup", path: "Sources/Support/Markup", swiftSettings: strict),
    .systemLibrary(
      name: "CQREncode", path: "Sources/Support/CQREncode",
      pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "CanonicalJSON", path: "Sources/Support/CanonicalJSON", swiftSettings: strict),
    .target(name: "Hexadecimal", path: "Sources/Support/Hexadecimal", swiftSettings: strict),
    .target(name: "Concurrently", path: "Sources/Support/Concurrently", swiftSettings: strict),
    .target(name: "QRCode", dependencies: ["CQREncode"], path: "Sources/Support/QRCode", swiftSettings: strict),
    .systemLibrary(
      name: "CQPDF", path: "Sources/Support/CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .target(
      name: "PDFFile", dependencies: ["CQPDF", "Markup"], path: "Sources/Support/PDFFile", swiftSettings: strict),
    .target(
      name: "Archive", dependencies: ["CZlib"],
      path: "Sources/Support/Archive", swiftSettings: strict),

    // The pipeline, in order: each stage sees only what stands above it.
    .target(
      name: "Catalogue",
      dependencies: ["Diagnostics", "Hexadecimal", "XMLFile", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["onebook.xsd"], swiftSettings: strict),
    .target(name: "Consolidation", dependencies: ["Catalogue", "Concurrently", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "Editions",
      dependencies: [
        "CanonicalJSON", "Catalogue", "Diagnostics", "Hexadecimal", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(name: "Proofreading", dependencies: ["Catalogue", "Consolidation", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "Handbook",
      dependencies: [
        "CanonicalJSON", "Catalogue", "Concurrently", "Consolidation", "Diagnostics", "Editions", "Proofreading",
      ],
      swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: [
        "Archive", "CanonicalJSON", "Catalogue", "Concurrently", "Editions", "Handbook", "Hexadecimal", "Markup",
        "QRCode",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    .executableTarget(
      name: "Tool",
      dependencies: [
        "CanonicalJSON", "Catalogue", "CCurl", "CExchange", "Consolidation", "Diagnostics", "Editions", "Handbook",
        "PDFFile", "Proofreading",
        "Publishing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ], resources: [.embedInCode("Resources")], swiftSettings: strict),

    .testTarget(
      name: "SupportTests", dependencies: ["Archive", "Diagnostics", "Markup", "PDFFile", "QRCode", "XMLFile"],
      swiftSettings: strict),
    .testTarget(
      name: "CatalogueTests", dependencies: ["Catalogue", "Consolidation", "Diagnostics", "Proofreading"],
      exclude: ["Broken", "Clean", "Findings", "Planted", "Sound"],
      swiftSettings: strict),
    .testTarget(
      name: "ConsolidationTests", dependencies: ["Catalogue", "Consolidation"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "EditionTests", dependencies: ["CanonicalJSON", "Catalogue", "Editions", "Hexadecimal"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(
      name: "BookTests",
      dependencies: [
        "CanonicalJSON", "Catalogue", "Consolidation", "Diagnostics", "Editions", "Handbook", "Markup", "Proofreading",
        "Publishing", "XMLFile",
      ],
      exclude: ["Changes", "Golden"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
