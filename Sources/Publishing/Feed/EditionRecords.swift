import CanonicalJSON
import Editions
import Handbook

/// What is kept of an edition for ever: everything it promised, and everything that was different from the one before.
struct EditionRecords {
  let book: Handbook

  private var log: EditionLog { book.changes.log }
  private var folder: String { "editions/\(book.edition)/" }

  var files: [OutputFile] {
    [
      OutputFile(path: folder + "snapshot.json", bytes: readable(log.snapshot.json)),
      OutputFile(path: folder + "changes.json", bytes: readable(changes)),
    ]
  }

  private var changes: JSONValue {
    EditionChanges.json(
      from: log.changes?.from.edition, to: book.edition, log.changes?.entries ?? [],
      labels: book.changes.entries.map(\.labels))
  }

  private func readable(_ value: JSONValue) -> [UInt8] { (try? value.readable()) ?? Array("null\n".utf8) }
}

extension Edition {
  /// On which page of the printed book each scenario and item begins: errata name it. Kept with the edition's records.
  public func pageRecord(_ pages: PageMap) -> OutputFile {
    let chapters =
      handbook.scenarios.map { ("scenario/" + $0.id, Surface.key(.scenario, $0.id)) }
      + handbook.items.map { ("guide/" + $0.id, Surface.key(.item, $0.id)) }
    let known = chapters.compactMap { topic, key -> JSONValue? in
      pages.pages[key].map { ["id": .string(topic), "page": .integer($0)] }
    }
    let record: JSONValue = ["schema": 1, "edition": .string(handbook.edition), "pages": .array(known)]
    return OutputFile(path: "editions/\(handbook.edition)/pages.json", bytes: (try? record.readable()) ?? [])
  }

  /// Where the log stands and what was built, not signed yet: `publish` signs it.
  public func checkpoint(over manifest: OutputFile) -> OutputFile {
    let log = handbook.changes.log.ledger
    let publisher = handbook.changes.publisher
    let origin = publisher.base.map { base in
      let rest =
        base.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last.map(String.init) ?? base
      return rest + "feed"
    }
    let checkpoint = Checkpoint(
      origin: origin ?? (publisher.id.isEmpty ? "feed" : publisher.id + "/feed"), lastSequence: log.lastSequence,
      head: log.head, manifest: Manifest.File(path: Manifest.path, bytes: manifest.bytes).sha256)
    return OutputFile(path: Manifest.checkpoint, bytes: SignedNote(text: checkpoint.text).bytes)
  }
}
