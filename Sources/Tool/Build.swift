import ArgumentParser
import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Handbook
import Proofreading
import Publishing

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "编成一版书。Builds one edition.",
    discussion: "有错误就什么都不写；原来那一版原样留着。Nothing is written when there are errors; the last edition stays as it is.")

  @Argument(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @Option(name: [.short, .long], help: "写到哪里。Where to write.")
  var output = "output"

  @Option(help: "版次；不写就用 book.xml 里的。The edition's id; else that of book.xml.")
  var edition: String?

  @Option(help: "版次日期 YYYY-MM-DD；不写就用 book.xml 里的。The edition's day; else that of book.xml.")
  var date: String?

  func validate() throws {
    if let date, Day(date) == nil { throw ValidationError("--date \(date)：要写成 YYYY-MM-DD / must be YYYY-MM-DD") }
    if edition?.isEmpty == true { throw ValidationError("--edition 不能是空的 / must not be empty") }
  }

  func run() throws {
    let terminal = Terminal()
    let read = try terminal.read(catalogue, on: date.flatMap(Day.init))
    let examination = Examination(read, terminal)
    let standing = examination.judgement.standing
    terminal.report(standing, read.sources)
    let tally = Tally(standing)
    let accepted = examination.judgement.accepted.count
    terminal.progress(Message(zh: "正在排序、计算", en: "ordering, counting"))
    let assembled =
      examination.stops
      ? nil
      : Handbook(
        read.catalogue, surveys: examination.surveys, sources: read.sources, edition: edition,
        findings: (examination.proofs, examination.judgement))
    terminal.progress(nil)
    guard let book = assembled else {
      let summary = tally.summary(ofFiles: read.sources.count, accepted: accepted)
      terminal.say(Message(zh: "\(summary.zh)；什么都没有写", en: "\(summary.en); nothing was written"))
      throw ExitCode(1)
    }
    let files: [OutputFile]
    terminal.progress(Message(zh: "正在排版", en: "setting the pages"))
    do {
      files = try Edition(book).files
    } catch {
      terminal.progress(nil)
      terminal.say(Message(zh: "装不成 EPUB：\(error)", en: "the EPUB cannot be packed: \(error)"))
      throw ExitCode(1)
    }
    do {
      try EditionFolder(path: output).replace(with: files)
    } catch {
      terminal.progress(nil)
      terminal.report(error)
      throw ExitCode(1)
    }
    terminal.progress(nil)
    terminal.say(
      Message(
        zh:
          "《\(book.title)》\(book.edition) 版：\(book.scenarios.count) 件事、\(book.items.count) 个事项，\(files.count) 个文件 → \(output)/index.html",
        en:
          "\(book.title), edition \(book.edition): \(book.scenarios.count) scenarios, \(book.items.count) items, \(files.count) files → \(output)/index.html"
      ))
    let blocked = book.scenarios.filter { !$0.blocked.isEmpty }.map { "“\($0.title)”" }
    if !blocked.isEmpty {
      let names = blocked.joined(separator: "")
      terminal.say(
        Message(
          zh: "没有合并、按各事项分开印的：\(names)", en: "not merged, printed item by item: \(blocked.joined(separator: ", "))"))
    }
    if tally.problems > 0 { terminal.say(tally.summary(ofFiles: read.sources.count, accepted: accepted)) }
  }
}
