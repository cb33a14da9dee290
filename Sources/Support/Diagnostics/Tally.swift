/// How many problems there are, and in how many files: what the last line of a report says.
public struct Tally: Equatable, Sendable {
  public var errors = 0
  public var warnings = 0
  /// Files that a problem or one of its notes points into.
  public var files = 0

  /// Counts equal diagnostics once, as `ConsoleReport` prints them.
  public init(_ diagnostics: some Sequence<Diagnostic>) {
    var paths: Set<String> = []
    for diagnostic in Set(diagnostics) {
      if diagnostic.severity == .error { errors += 1 } else { warnings += 1 }
      paths.insert(diagnostic.span.file)
      paths.formUnion(diagnostic.notes.compactMap(\.span?.file))
    }
    files = paths.count
  }

  public var problems: Int { errors + warnings }

  /// Of so many files read: `1 problem in 2 of 214 files`; `214 files, no problems` if there is none.
  ///
  /// `accepted`: how many more were seen and accepted.
  public func summary(ofFiles total: Int, accepted: Int = 0) -> Message {
    let allFiles = total == 1 ? "1 file" : "\(total) files"
    let rest = Message(
      zh: accepted > 0 ? "（另有 \(accepted) 处已说明理由）" : "", en: accepted > 0 ? " (\(accepted) more accepted)" : "")
    guard problems > 0 else {
      return Message(zh: "\(total) 个文件，没有问题\(rest.zh)", en: "\(allFiles), no problems\(rest.en)")
    }
    return Message(
      zh: "\(total) 个文件中的 \(files) 个有问题，共 \(problems) 处\(rest.zh)",
      en: "\(problems) \(problems == 1 ? "problem" : "problems") in \(files) of \(allFiles)\(rest.en)")
  }
}
