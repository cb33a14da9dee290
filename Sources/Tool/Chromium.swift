import Foundation
import Subprocess
import SystemPackage

/// The browser that prints: Chromium without a window. It is given pages on the disk and no network.
struct Chromium: Sendable {
  /// Where it is.
  let path: String

  /// The names under which systems have it; the first is Debian's, which starts fastest.
  static let names = [
    "chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome-stable",
    "google-chrome",
  ]

  /// The first of them on the `PATH`; `nil` where there is none.
  init?() {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates = Chromium.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else { return nil }
    path = found
  }

  /// Prints a page into a PDF. `profile` is an empty folder of its own.
  /// - Throws: `ChromiumProblem` with the browser's last words.
  func print(_ page: URL, to pdf: URL, profile: URL) async throws(ChromiumProblem) {
    let arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking",
        "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(profile.path)",
        "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=\(pdf.path)",
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
    let words: String
    let isDone: Bool
    do {
      let result = try await run(
        .path(FilePath(path)), arguments: Arguments(arguments), output: .discarded, error: .string(limit: 1 << 20))
      words = result.standardError
      isDone = result.terminationStatus.isSuccess
    } catch {
      throw ChromiumProblem(words: "\(error)")
    }
    guard isDone, FileManager.default.fileExists(atPath: pdf.path) else {
      throw ChromiumProblem(words: words.split(separator: "\n").suffix(3).joined(separator: "\n"))
    }
  }
}

/// The browser did not print.
struct ChromiumProblem: Error {
  let words: String
}
