import ArgumentParser
import Catalogue
import Consolidation
import Diagnostics
import Foundation

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "等人决定的事，牵涉最多的在前。What waits for people to decide, most affected first.",
    discussion: """
      加上 --decide 就把决定写进 decisions.xml：合并、不要，要两个人；分开，一个人就行。
      With --decide the decision is written into decisions.xml; merge and drop take two people, split takes one.
      """)

  @Argument(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @Option(help: "决定清单上的第几条。Decide this entry of the list.")
  var decide: Int?

  @Option(name: .customLong("as"), help: "怎么定：split 分开，merge 是同一种，drop 不要。The verdict.")
  var verdict: String?

  @Option(help: "谁定的。Who decides.")
  var by: String?

  @Option(help: "第二个人。The second person.")
  var second: String?

  @Option(help: "理由。Why.")
  var reason: String?

  @Option(help: "哪天定的 YYYY-MM-DD；不写就是版次日期。The day; else that of the edition.")
  var on: String?

  @Option(help: "管到哪天 YYYY-MM-DD。The last day on which it holds.")
  var until: String?

  @Option(help: "决定的编号；不写就从材料名得出。The decision's id; else made from what it is about.")
  var id: String?

  func validate() throws {
    for (name, day) in [("on", on), ("until", until)] {
      if let day, Day(day) == nil { throw ValidationError("--\(name) \(day)：要写成 YYYY-MM-DD / must be YYYY-MM-DD") }
    }
    guard decide != nil else {
      if verdict != nil || by != nil || reason != nil {
        throw ValidationError("--as、--by、--reason 要和 --decide 一起写 / go with --decide")
      }
      return
    }
    for (name, value) in [("as", verdict), ("by", by), ("reason", reason)]
    where value?.trimmingCharacters(in: .whitespaces).isEmpty != false {
      throw ValidationError("--decide 还要 --\(name) / needs --\(name)")
    }
  }

  func run() throws {
    let terminal = Terminal()
    let read = try terminal.read(catalogue)
    let queue = ReviewQueue(read, Surveys(read.catalogue, besides: read.diagnostics))
    if let decide { return try write(decide, queue, read, terminal) }
    terminal.print(list(queue, read, terminal.language))
    if !queue.entries.isEmpty { throw ExitCode(1) }
  }

  // MARK: The list

  private func list(_ queue: ReviewQueue, _ read: ReadCatalogue, _ language: Language) -> String {
    guard !queue.entries.isEmpty else {
      return Message(zh: "没有等人决定的事", en: "nothing waits for a decision")[language]
    }
    let places = SourcePlaces(read.sources)
    return queue.entries.enumerated().map { number, entry in
      var lines = [
        "\(number + 1). \(entry.summary[language])  [\(entry.finding)]", "   \(places.place(of: entry.span))",
      ]
      let titles = entry.scenarios.compactMap { read.catalogue.scenarios[$0]?.title }
      lines.append(
        "   "
          + Message(
            zh: "牵涉 \(titles.count) 件事" + (titles.isEmpty ? "" : "：\(titles.joined(separator: "、"))"),
            en: "touches \(titles.count) scenarios" + (titles.isEmpty ? "" : ": \(titles.joined(separator: ", "))"))[
            language])
      if entry.verdicts.isEmpty {
        lines += entry.help.map { "   " + $0[language] }
      } else {
        lines.append(
          "   onebook review --decide \(number + 1) --as \(entry.verdicts.map(\.rawValue).joined(separator: "|")) --by … --reason …"
        )
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  // MARK: A decision

  private func write(_ number: Int, _ queue: ReviewQueue, _ read: ReadCatalogue, _ terminal: Terminal) throws {
    guard queue.entries.indices.contains(number - 1) else {
      throw ValidationError(
        "没有第 \(number) 条，共 \(queue.entries.count) 条 / there is no entry \(number) of \(queue.entries.count)")
    }
    let entry = queue.entries[number - 1]
    guard !entry.verdicts.isEmpty else {
      throw ValidationError("这一条不能用决定来解决，要改目录 / this is settled in the catalogue, not by a decision")
    }
    guard let chosen = verdict.flatMap(Decision.Verdict.init), entry.verdicts.contains(chosen) else {
      throw ValidationError("--as 只能是 / must be \(entry.verdicts.map(\.rawValue).joined(separator: ", "))")
    }
    if chosen != .split, second == nil {
      throw ValidationError("--as \(chosen.rawValue) 要两个人：--second / takes two people")
    }
    if let second, second == by { throw ValidationError("第二个人不能是同一个人 / the second person is the same as the first") }
    guard let by, let reason, let date = on.flatMap(Day.init) ?? read.catalogue.book?.date else {
      throw ValidationError("目录没有版次日期，请写 --on / the catalogue has no date: write --on")
    }
    let old = entry.replaces.flatMap { read.catalogue.decisions[$0] }
    let decision = Decision(
      id: id ?? old?.id ?? free(name(of: entry, chosen), read.catalogue), verdict: chosen, sources: entry.sources,
      by: by,
      second: second, reason: reason, date: date, until: until.flatMap(Day.init), span: entry.span)
    let path = old?.span.file ?? self.path(read)
    let text = read.sources.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
    guard let new = DecisionsFile.adding(decision, to: text, replacing: old), isSound(new, at: path, decision, read)
    else {
      terminal.say(
        Message(
          zh: "\(path) 里放不下这个决定，请手写：\n\(DecisionsFile.text(decision))",
          en: "there is no place for it in \(path); write it by hand:\n\(DecisionsFile.text(decision))"))
      throw ExitCode(1)
    }
    do { try Data(new.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      terminal.report(FileProblem(.unwritable, path))
      throw ExitCode(1)
    }
    terminal.say(
      Message(
        zh: "已写进 \(path)：'\(decision.id)'。请看一遍，再提交。",
        en: "written to \(path): '\(decision.id)'. Read it before you commit it."))
  }

  /// Where decisions stand, or would.
  private func path(_ read: ReadCatalogue) -> String {
    if let file = read.catalogue.decisions.values.map(\.span.file).min() { return file }
    let folder = catalogue.hasSuffix("/") ? String(catalogue.dropLast()) : catalogue
    return folder + "/decisions.xml"
  }

  private func name(of entry: ReviewQueue.Entry, _ verdict: Decision.Verdict) -> String {
    let parts = entry.sources.flatMap { source in
      switch source.place {
      case .evidence(let id): [id]
      case .requirement(let item, let id): [item, id]
      }
    }
    return (parts.prefix(3) + [verdict.rawValue]).joined(separator: "-")
  }

  private func free(_ name: String, _ catalogue: Catalogue) -> String {
    var id = name
    var number = 2
    while catalogue.decisions[id] != nil {
      id = "\(name)-\(number)"
      number += 1
    }
    return id
  }

  /// Read again with the new text, the catalogue has just this decision more, alive, and no new error.
  private func isSound(_ text: String, at path: String, _ decision: Decision, _ read: ReadCatalogue) -> Bool {
    var files = read.sources.filter { $0.path != path }.map { CatalogueFile(path: $0.path, bytes: $0.bytes) }
    files.append(CatalogueFile(path: path, bytes: Array(text.utf8)))
    let again = Catalogue.read(files)
    guard let written = again.catalogue.decisions[decision.id] else { return false }
    func errors(_ read: ReadCatalogue) -> Int { read.diagnostics.count { $0.severity == .error } }
    return written.state(on: again.catalogue.book?.date, in: again.catalogue) == .live && errors(again) <= errors(read)
  }
}
