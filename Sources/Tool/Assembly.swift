import ArgumentParser
import Catalogue
import Diagnostics
import Foundation
import Handbook
import Proofreading
import Publishing

/// Which state of the book is made.
struct EditionOptions: ParsableArguments {
  @Option(help: "版次；不写就用 book.xml 里的。The edition's id; else that of book.xml.")
  var edition: String?

  @Option(help: "版次日期 YYYY-MM-DD；不写就用 book.xml 里的。The edition's day; else that of book.xml.")
  var date: String?

  func validate() throws {
    if let date, Day(date) == nil { throw ValidationError("--date \(date)：要写成 YYYY-MM-DD / must be YYYY-MM-DD") }
    if edition?.isEmpty == true { throw ValidationError("--edition 不能是空的 / must not be empty") }
  }
}

/// One edition, assembled from a catalogue: what `build` writes and `print` prints.
struct Assembly {
  let edition: Edition
  private let examination: Examination

  /// Reports what is wrong, and stops where nothing may be published.
  init(_ catalogue: String, _ options: EditionOptions, _ terminal: Terminal) throws {
    let read = try terminal.read(catalogue, on: options.date.flatMap(Day.init))
    let history = try terminal.history(of: catalogue)
    examination = Examination(read, history, edition: options.edition, terminal)
    let standing = examination.judgement.standing
    terminal.report(standing, read.sources)
    terminal.progress(Message(zh: "正在排序、计算", en: "ordering, counting"))
    let assembled =
      examination.stops
      ? nil
      : Handbook(
        read.catalogue, surveys: examination.surveys, sources: read.sources, edition: options.edition,
        findings: (examination.proofs, examination.judgement), history: history)
    terminal.progress(nil)
    guard let book = assembled else {
      let summary = Tally(standing).summary(
        ofFiles: read.sources.count, accepted: examination.judgement.accepted.count)
      terminal.say(Message(zh: "\(summary.zh)；什么都没有写", en: "\(summary.en); nothing was written"))
      throw ExitCode(1)
    }
    terminal.progress(Message(zh: "正在排版", en: "setting the pages"))
    do { edition = try Edition(book) } catch {
      terminal.progress(nil)
      terminal.say(Message(zh: "装不成 EPUB：\(error)", en: "the EPUB cannot be packed: \(error)"))
      throw ExitCode(1)
    }
    terminal.progress(nil)
  }

  /// The edition appears whole or not at all; then what it is, and what is still to be mended.
  func write(_ files: [OutputFile], to folder: EditionFolder, _ terminal: Terminal) throws {
    let manifest = edition.manifest(files)
    let files = files + [manifest, edition.checkpoint(over: manifest)]
    do { try folder.replace(with: files) } catch {
      terminal.report(error)
      throw ExitCode(1)
    }
    let book = edition.handbook
    terminal.say(
      Message(
        zh:
          "《\(book.title)》\(book.edition) 版：\(book.scenarios.count) 件事、\(book.items.count) 个事项，\(files.count) 个文件 → \(folder.path)/index.html",
        en:
          "\(book.title), edition \(book.edition): \(book.scenarios.count) scenarios, \(book.items.count) items, \(files.count) files → \(folder.path)/index.html"
      ))
    let blocked = book.scenarios.filter { !$0.blocked.isEmpty }.map { "“\($0.title)”" }
    if !blocked.isEmpty {
      let names = blocked.joined(separator: "")
      terminal.say(
        Message(
          zh: "没有合并、按各事项分开印的：\(names)", en: "not merged, printed item by item: \(blocked.joined(separator: ", "))"))
    }
    let tally = Tally(examination.judgement.standing)
    guard tally.problems > 0 else { return }
    terminal.say(
      tally.summary(
        ofFiles: examination.read.sources.count, accepted: examination.judgement.accepted.count))
  }
}
