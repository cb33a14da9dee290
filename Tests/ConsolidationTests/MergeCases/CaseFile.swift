import Foundation

/// Cases as they stand in files.
enum CaseFile {
  /// One case, or why it cannot be understood.
  struct Entry: Decodable, Sendable {
    private struct Name: Decodable {
      var id: String?
      var title: String?
    }
    private let result: Result<MergeCase, CaseError>
    private let name: String

    init(from decoder: any Decoder) throws {
      let name = try? Name(from: decoder)
      self.name = [name?.id ?? "a case without id", name?.title ?? ""].joined(separator: " ")
      do { result = .success(try MergeCase(from: decoder)) } catch { result = .failure(CaseError(error)) }
    }

    var input: MergeCase? { try? result.get() }

    /// Everything that is wrong with the case, under its name; `nil` when all is well.
    func report() -> String? {
      let failures = failures()
      return failures.isEmpty ? nil : ([name] + failures).joined(separator: "\n  ")
    }

    func failures() -> [String] {
      do {
        let input = try result.get()
        let run = try CaseRun(input)
        let comparison = CaseComparison(run)
        var failures = run.unexpected.map { "reading: \($0)" } + comparison.failures(against: input.expect)
        // Where lists contradict each other there is no list to take along.
        if input.expect.errors.isEmpty, comparison.outcome.errors.isEmpty,
          let failure = Replay(run, seed: CaseFile.seed).failure()
        {
          failures.append("\(failure); seed \(CaseFile.seed)")
        }
        let other = CaseOutcome(try CaseRun(input, reversed: true))
        failures += comparison.outcome.differences(from: other)
        return failures
      } catch {
        return [CaseError(error).description]
      }
    }
  }

  private struct Wrapped: Decodable { var cases: [Entry] }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases")
  private static let own = ["merge-cases.json", "own-cases.json"].map { folder.appending(path: $0) }

  static var files: [URL] {
    ProcessInfo.processInfo.environment["MERGE_CASES"].map { [URL(filePath: $0)] } ?? own
  }

  /// Other orders of visiting with another `ONEBOOK_SEED`.
  static let seed = ProcessInfo.processInfo.environment["ONEBOOK_SEED"].flatMap(UInt64.init) ?? 7

  static func read(_ file: URL) throws -> [Entry] {
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw CaseError("there is no file \(file.path)")
    }
    return try read(data, file.path)
  }

  static func read(_ data: Data, _ name: String) throws -> [Entry] {
    let cases: [Entry]
    do {
      let isList = data.first { !" \n\r\t".utf8.contains($0) } == UInt8(ascii: "[")
      cases =
        try isList
        ? JSONDecoder().decode([Entry].self, from: data) : JSONDecoder().decode(Wrapped.self, from: data).cases
    } catch {
      throw CaseError("\(name): \(CaseError(error))")
    }
    if cases.isEmpty { throw CaseError("\(name): no case in it") }
    return cases
  }

  /// The project's own cases, without those that cannot be understood (reported elsewhere).
  static func sound() throws -> [MergeCase] { try own.flatMap { try read($0).compactMap(\.input) } }

  /// What work says of each case, in the order of the cases.
  static func concurrently(_ cases: [Entry], _ work: @escaping @Sendable (Entry) -> String?) async -> [String] {
    let size = 64
    return await withTaskGroup(of: (Int, [String]).self) { group in
      for start in stride(from: 0, to: cases.count, by: size) {
        let chunk = Array(cases[start..<min(start + size, cases.count)])
        group.addTask { (start, chunk.compactMap(work)) }
      }
      var found: [(Int, [String])] = []
      for await part in group { found.append(part) }
      return found.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
