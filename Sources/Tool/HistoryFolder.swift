import ArgumentParser
import CanonicalJSON
import Diagnostics
import Editions
import Foundation

/// Where a catalogue keeps what it published: `editions/` in its own folder, with the ledger and a snapshot of each
/// edition.
struct HistoryFolder {
  /// The catalogue's folder.
  var catalogue: String

  static let ledger = "ledger.jsonl"
  private static let snapshot = "snapshot.json"
  static let pages = "pages.json"

  var folder: URL { URL(fileURLWithPath: catalogue).appendingPathComponent("editions") }
  /// As the user named it.
  var ledgerName: String { name + HistoryFolder.ledger }
  private var name: String { (catalogue.hasSuffix("/") ? catalogue : catalogue + "/") + "editions/" }

  /// Nothing, where nothing was published yet.
  /// - Throws: when what is kept cannot be trusted: then nothing can be compared with it.
  func read() throws(HistoryProblem) -> History {
    let manager = FileManager.default
    let url = folder.appendingPathComponent(HistoryFolder.ledger)
    let kept = (try? manager.contentsOfDirectory(atPath: folder.path))?.filter { !$0.hasPrefix(".") } ?? []
    guard let data = manager.contents(atPath: url.path) else {
      if kept.contains(where: { hasSnapshot($0) }) { throw HistoryProblem(.noLedger, name + HistoryFolder.ledger) }
      return History()
    }
    let ledger: Ledger
    do { ledger = try Ledger(reading: data) } catch {
      throw HistoryProblem(.ledger(error), name + HistoryFolder.ledger)
    }
    var history = History(ledger: ledger)
    for edition in history.editions {
      let place = name + "\(edition)/" + HistoryFolder.snapshot
      guard let data = manager.contents(atPath: file(of: edition).path) else {
        throw HistoryProblem(.noSnapshot(edition), place)
      }
      guard let json = try? JSONValue(reading: data), let snapshot = Snapshot(json), snapshot.edition == edition,
        snapshot.fingerprint == history.fingerprint(of: edition)
      else { throw HistoryProblem(.snapshot(edition), place) }
      history.snapshots.append(snapshot)
      history.pages[edition] = pages(of: edition)
    }
    return history
  }

  private func file(of edition: String) -> URL {
    folder.appendingPathComponent(edition).appendingPathComponent(HistoryFolder.snapshot)
  }

  /// Where everything stands in the printed book; nothing where none was printed.
  private func pages(of edition: String) -> [String: Int] {
    let url = folder.appendingPathComponent(edition).appendingPathComponent(HistoryFolder.pages)
    let record = FileManager.default.contents(atPath: url.path).flatMap { try? JSONValue(reading: $0) }
    let known = (record?["pages"]?.elements ?? []).compactMap { entry -> (String, Int)? in
      guard let id = entry["id"]?.text, let page = entry["page"]?.number else { return nil }
      return (id, page)
    }
    return Dictionary(known, uniquingKeysWith: { first, _ in first })
  }

  private func hasSnapshot(_ edition: String) -> Bool { FileManager.default.fileExists(atPath: file(of: edition).path) }

  /// Keeps an edition and adds its events. The snapshot stands first; the ledger, which counts, is put in place in one
  /// step: whoever is killed in between leaves the ledger as it was, and the next time writes the same again.
  func record(_ snapshot: [UInt8], of edition: String, _ ledger: Ledger) throws(HistoryProblem) {
    do {
      let place = file(of: edition)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(snapshot).write(to: place, options: .atomic)
      try Data(ledger.bytes).write(to: folder.appendingPathComponent(HistoryFolder.ledger), options: .atomic)
    } catch { throw HistoryProblem(.unwritable, name) }
  }

  /// Keeps where everything stands in an edition's printed book, once it is printed.
  func record(pages: Data, of edition: String) throws(HistoryProblem) {
    let place = folder.appendingPathComponent(edition).appendingPathComponent(HistoryFolder.pages)
    if FileManager.default.contents(atPath: place.path) == pages { return }
    do { try pages.write(to: place, options: .atomic) } catch { throw HistoryProblem(.unwritable, name) }
  }
}

/// What is kept of earlier editions is not as it was kept.
struct HistoryProblem: Error {
  enum Kind {
    case noLedger
    case ledger(Ledger.Problem)
    case noSnapshot(String)
    case snapshot(String)
    case unwritable
  }
  var kind: Kind
  var path: String

  init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }
}

extension Terminal {
  /// What was published of a catalogue, or says what is wrong with that and ends.
  func history(of catalogue: String) throws -> History {
    do { return try HistoryFolder(catalogue: catalogue).read() } catch {
      report(error)
      throw ExitCode(1)
    }
  }

  func report(_ problem: HistoryProblem) {
    var line = ""
    let message: Message
    var help = Message(
      zh: "从版本库取回原来的：git checkout -- 这个文件；这里的记录只加不改",
      en: "bring it back from the repository (git checkout -- this file): these records are added to, never changed")
    switch problem.kind {
    case .noLedger:
      message = Message(zh: "往期的记录还在，台账不见了", en: "editions are kept here, but their ledger is gone")
    case .ledger(let found):
      line = ":\(found.line)"
      message = HistoryProblem.message(found)
    case .noSnapshot(let edition):
      message = Message(
        zh: "台账里有 \(edition) 版，它的内容没有留下", en: "the ledger has edition \(edition), but what it said is not kept")
    case .snapshot(let edition):
      message = Message(
        zh: "这不是 \(edition) 版发布时的内容", en: "this is not what edition \(edition) said when it was published")
    case .unwritable:
      message = Message(zh: "写不进去", en: "this cannot be written")
      help = Message(zh: "看看权限和剩余空间", en: "see to permissions and free space")
    }
    printError("\(problem.path)\(line): error: \(message[language]) [broken-history]")
    printError("  help: \(help[language])")
  }
}

extension HistoryProblem {
  fileprivate static func message(_ problem: Ledger.Problem) -> Message {
    switch problem.kind {
    case .unreadable: Message(zh: "这一行不是一条消息的规范写法", en: "this line is no event in its canonical form")
    case .sequence(let expected): Message(zh: "编号断了，这里应当是第 \(expected) 条", en: "the number should be \(expected) here")
    case .chain: Message(zh: "和前一条接不上", en: "it does not follow the event before it")
    case .altered: Message(zh: "内容和当时发出的不一样", en: "its text is not what was told")
    case .repeated: Message(zh: "这一条前面已经有了", en: "this event stands there already")
    }
  }
}
