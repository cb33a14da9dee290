import CanonicalJSON
import Diagnostics
import Editions
import Foundation
import Publishing

/// What a publication adds to the catalogue's ledger, once it is sure that it follows on what was told before.
struct Recording {
  private let edition: VerifiedEdition
  private let folder: HistoryFolder
  /// With what this edition adds; `nil` = nothing.
  private let ledger: Ledger?
  private let fresh: Int
  /// A text was removed since the target was published: the former editions have it on their pages.
  let removesText: Bool

  /// `first`: nothing was ever published from this catalogue. `target`: where the edition goes, if something stands there.
  ///
  /// - Throws: `PublicationProblem` when it does not follow; `HistoryProblem` when what is kept cannot be trusted.
  init(
    _ edition: VerifiedEdition, catalogue: String, first: Bool, rollBack: Bool, at target: URL?
  ) throws {
    self.edition = edition
    folder = HistoryFolder(catalogue: catalogue)
    let id = edition.manifest.edition
    guard edition.manifest.publisher != nil else { throw PublicationProblem.noPublisher }
    let told = try Recording.log(edition.folder, edition.manifest)
    // A ledger is begun in a catalogue, and nowhere else.
    guard FileTree.isFolder(URL(fileURLWithPath: catalogue)) else { throw FileProblem(.missing, catalogue) }
    let history = try folder.read()
    if history.ledger.lastSequence == 0, !first { throw PublicationProblem.noLedger(folder.ledgerName) }
    if history.ledger.lastSequence > 0, first { throw PublicationProblem.notFirst(folder.ledgerName) }
    guard told.sharesPast(with: history.ledger) else { throw PublicationProblem.otherLog(folder.ledgerName) }
    let isOlder = told.lastSequence < history.ledger.lastSequence
    if isOlder, !rollBack {
      throw PublicationProblem.older(id, told: told.lastSequence, ledger: history.ledger.lastSequence)
    }
    guard !history.ledger.hasRemoved(from: told) else { throw PublicationProblem.removed(id) }
    // One id, one content: whatever was quoted of it holds.
    let snapshot = try? JSONValue(
      reading: Data(contentsOf: edition.folder.appendingPathComponent("editions/\(id)/snapshot.json")))
    let longer = History(ledger: isOlder ? history.ledger : told)
    guard let snapshot = snapshot.flatMap(Snapshot.init), longer.fingerprint(of: id) == snapshot.fingerprint else {
      throw PublicationProblem.otherBook(id)
    }
    let there = target.flatMap(Recording.log)
    if let target, let there,
      !there.sharesPast(with: longer.ledger) || there.lastSequence > longer.ledger.lastSequence
    {
      throw PublicationProblem.ledgerBehind(target.path)
    }
    removesText = there.map { longer.ledger.hasRemoved(from: $0) } ?? false
    fresh = max(0, told.lastSequence - history.ledger.lastSequence)
    ledger = fresh > 0 ? told : nil
  }

  /// What was told at the target; `nil` when that cannot be read.
  private static func log(_ target: URL) -> Ledger? {
    guard let data = try? Data(contentsOf: target.appendingPathComponent(Manifest.path)),
      let manifest = Manifest(json: data)
    else { return nil }
    return try? log(target, manifest)
  }

  private static func log(_ folder: URL, _ manifest: Manifest) throws(PublicationProblem) -> Ledger {
    do { return try BuiltEdition(folder: folder, manifest: manifest).ledger() } catch {
      throw .brokenLog(folder.appendingPathComponent(error.path).path)
    }
  }

  /// Before anybody sees the edition: whoever is killed in between publishes again, and nothing is told twice.
  func record() throws {
    let id = edition.manifest.edition
    let records = edition.folder.appendingPathComponent("editions/\(id)")
    if let ledger {
      let snapshot = try Data(contentsOf: records.appendingPathComponent("snapshot.json"))
      try folder.record(Array(snapshot), of: id, ledger)
    }
    // It may be printed after it was published.
    if let pages = FileManager.default.contents(atPath: records.appendingPathComponent(HistoryFolder.pages).path) {
      try folder.record(pages: pages, of: id)
    }
  }

  func message(dryRun: Bool) -> Message {
    guard fresh > 0 else { return Message(zh: "没有新的消息；台账没有变", en: "nothing new to tell; the ledger is as it was") }
    return dryRun
      ? Message(zh: "会往台账 \(folder.ledgerName) 加 \(fresh) 条消息", en: "would add \(fresh) events to \(folder.ledgerName)")
      : Message(
        zh: "台账 \(folder.ledgerName) 加了 \(fresh) 条消息；请把 editions/ 提交到版本库",
        en: "\(fresh) events added to \(folder.ledgerName); commit editions/ to the repository")
  }
}

extension Ledger {
  /// Whether one goes on where the other ends: what both have is the same.
  fileprivate func sharesPast(with other: Ledger) -> Bool {
    zip(items, other.items).allSatisfy { $0["_onebook"]?["hash"] == $1["_onebook"]?["hash"] }
  }

  /// Whether the other still has a text that was removed from this one.
  fileprivate func hasRemoved(from other: Ledger) -> Bool {
    zip(items, other.items).contains { $0["_onebook"]?["redactedBy"] != nil && $1["_onebook"]?["redactedBy"] == nil }
  }
}
