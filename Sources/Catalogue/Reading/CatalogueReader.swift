public import Diagnostics
internal import XMLFile

/// A file of the catalogue as it was found.
public struct CatalogueFile: Sendable {
  /// The path to show, relative to where the command was given.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The result of reading: the sound part of the catalogue, everything wrong with the rest, and the texts to point into.
public struct ReadCatalogue: Sendable {
  public var catalogue: Catalogue
  public var diagnostics: [Diagnostic]
  public var sources: [SourceText]
}

extension Catalogue {
  /// Reads a catalogue from its files, in any order. A bad file yields a catalogue without that piece plus
  /// diagnostics; it never stops the others from being reported.
  public static func read(_ files: [CatalogueFile]) -> ReadCatalogue {
    let reader = CatalogueReader()
    var sources: [SourceText] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      let (root, text, diagnostics) = XMLFile.read(file.bytes, path: file.path)
      sources.append(text)
      for diagnostic in diagnostics { reader.sink.report(diagnostic) }
      if let root { reader.file(root, path: file.path) }
    }
    reader.check()
    return ReadCatalogue(catalogue: reader.catalogue, diagnostics: reader.sink.diagnostics, sources: sources)
  }
}

/// Turns elements into the catalogue's values. One method a root element, in the `Read…` files.
final class CatalogueReader {
  let sink = Sink()
  var catalogue = Catalogue()
  /// Questions that borrow a fact of `facts.xml`, by the place of their element.
  var pendingQuestions: Set<Span> = []
  private var path = ""
  /// Names used in each scenario's file: they may mean its own questions and members.
  var scenarioReferences: [String: [Reference]] = [:]

  func file(_ root: Element, path: String) {
    self.path = path
    let before = sink.references.count
    defer {
      if root.name == "scenario", let id = root["id"]?.value {
        scenarioReferences[id, default: []] += sink.references[before...]
        sink.references.removeSubrange(before...)
      }
    }
    switch root.name {
    case "book": book(root)
    case "laws": laws(root)
    case "subjects": subjects(root)
    case "facts": facts(root)
    case "fees": fees(root)
    case "evidence-types": evidenceTypes(root)
    case "agencies": agencies(root)
    case "item": item(root)
    case "scenario": scenario(root)
    case "calendar": workCalendar(root)
    default:
      let known = [
        "book", "laws", "subjects", "facts", "fees", "evidence-types", "agencies", "item", "scenario", "calendar",
      ]
      sink.error(
        "unknown-root", root.span, zh: "不认识的文件：根元素是 <\(root.name)>", en: "a catalogue file cannot begin with <\(root.name)>",
        help: suggestion(for: root.name, among: known))
    }
  }

  /// Adds a value under its id, or reports that the id is taken.
  func add<Value>(
    _ value: Value, _ id: String, _ table: WritableKeyPath<Catalogue, [String: Value]>, _ span: KeyPath<Value, Span>,
    zh: String, en: String
  ) {
    if let earlier = catalogue[keyPath: table][id] {
      return duplicate(id, value[keyPath: span], earlier[keyPath: span], zh: zh, en: en)
    }
    catalogue[keyPath: table][id] = value
  }

  /// Reports ids that stand twice in one list.
  func unique(_ ids: [(String, Span)], zh: String, en: String) {
    var seen: [String: Span] = [:]
    for (id, span) in ids {
      if let earlier = seen[id] { duplicate(id, span, earlier, zh: zh, en: en) } else { seen[id] = span }
    }
  }

  private func duplicate(_ id: String, _ span: Span, _ earlier: Span, zh: String, en: String) {
    sink.error(
      "duplicate-id", span, zh: "\(zh)编号 '\(id)' 用了两次", en: "the \(en) id '\(id)' is used twice",
      notes: [Diagnostic.Note(Message(zh: "前一个在这里", en: "first used here"), at: earlier)],
      help: [Message(zh: "编号各不相同，也不再用于别的东西", en: "give each its own id; ids are never reused")])
  }

  /// Items and scenarios are found by their file's name; a file that disagrees with its id hides from people.
  func matchesFileName(_ id: String, _ fields: Fields) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name != id + ".xml", let attribute = fields.element["id"] else { return }
    sink.error(
      "file-name", attribute.span, zh: "编号是 '\(id)'，文件名却是 \(name)", en: "the id is '\(id)' but the file is \(name)",
      help: [Message(zh: "把文件改名为 \(id).xml", en: "rename the file to \(id).xml")])
  }
}
