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
  /// In the order of the files and of the places in them.
  public var diagnostics: [Diagnostic]
  public var sources: [SourceText]
}

extension Catalogue {
  /// Reads a catalogue from its files, in any order. A bad file yields a catalogue without that piece plus
  /// diagnostics; it never stops the others from being reported. `date`: the edition's day in place of that of `book.xml`;
  /// decisions hold, or have expired, on that day.
  public static func read(_ files: [CatalogueFile], on date: Day? = nil) -> ReadCatalogue {
    let reader = CatalogueReader()
    var sources: [SourceText] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      let (root, text, diagnostics) = XMLFile.read(file.bytes, path: file.path)
      sources.append(text)
      reader.texts[file.path] = text.bytes
      for diagnostic in diagnostics { reader.sink.report(diagnostic) }
      if let root { reader.file(root, path: file.path) } else { reader.excuse(text) }
    }
    if let date { reader.catalogue.book?.date = date }
    reader.folder = commonFolder(of: files.map(\.path))
    reader.check()
    return ReadCatalogue(
      catalogue: reader.catalogue, diagnostics: reader.sink.diagnostics.inReadingOrder(), sources: sources)
  }
}

/// Turns elements into the catalogue's values. One method a root element, in the `Read…` files.
final class CatalogueReader {
  let sink = Sink()
  var catalogue = Catalogue()
  /// The texts, by path: to point at a word.
  var texts: [String: [UInt8]] = [:]
  /// Questions that borrow a fact of `facts.xml`, by the place of their element.
  var pendingQuestions: Set<Span> = []
  /// Files with a message of no known phase, which may be the one that is missing.
  var unsureMessages: Set<String> = []
  /// Whether a calendar, or what may be one, could not be read.
  var calendarIsUnsure = false
  /// Halls to print for, which may be halls or agencies, and the counters that items name.
  var printedHalls: [(id: String, span: Span)] = []
  var itemCounters: [(item: String, counter: String, span: Span)] = []
  /// Files in which something else is wrong.
  var faultyFiles: Set<String> = []
  private var path = ""
  /// Where the catalogue stands: the place of what is missing from the whole.
  var folder = ""
  /// Files that are not called by their id, and the kinds and ids that stand twice.
  var misnamed: [(name: String, diagnostic: Diagnostic)] = []
  /// What guides call papers: the words, the evidence type, where.
  var namesUsed: [(words: String, evidence: String, span: Span)] = []
  /// Where each scenario's file says how many of a unit are needed.
  var quantityPlaces: [String: [String: Span]] = [:]
  private(set) var duplicates: Set<String> = []
  /// Names used in each scenario's file: they may mean its own questions and members.
  var scenarioReferences: [String: [Reference]] = [:]

  func file(_ root: Element, path: String) {
    self.path = path
    texts(of: root)
    let before = sink.references.count
    defer {
      if root.name == "scenario", let id = root["id"]?.value {
        // A second file of the same id is no part of the catalogue; that is reported.
        if catalogue.scenarios[id]?.span.file == path { scenarioReferences[id] = Array(sink.references[before...]) }
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
    case "decisions": decisions(root)
    case "words": words(root)
    case "guideline": guideline(root)
    case "consultation": consultation(root)
    case "changes": changes(root)
    case "message-plan": messagePlan(root)
    default:
      let known = [
        "book", "laws", "subjects", "facts", "fees", "evidence-types", "agencies", "item", "scenario", "calendar",
        "decisions", "guideline", "consultation", "words", "changes", "message-plan",
      ]
      sink.error(
        "unknown-root", root.span, zh: "不认识的文件：根元素是 <\(root.name)>",
        en: "a catalogue file cannot begin with <\(root.name)>",
        help: suggestion(for: root.name, among: known))
    }
  }

  /// What stands in a file that could not be read may be used elsewhere: the file is reported, its names are not.
  func excuse(_ text: SourceText) {
    let mark = Array("id=".utf8)
    let bytes = text.bytes
    var index = 0
    while let found = bytes[index...].firstIndex(of: mark[0]) {
      index = found + 1
      let start = found + mark.count + 1
      guard start < bytes.count, bytes[found...].starts(with: mark),
        bytes[start - 1] == 0x22 || bytes[start - 1] == 0x27
      else { continue }
      let id = String(decoding: bytes[start...].prefix(65).prefix { $0 != bytes[start - 1] }, as: UTF8.self)
      if isIdentifier(id) { sink.excused.insert(id) }
      index = start
    }
    calendarIsUnsure = true
    excuseFile(text.path)
  }

  /// An item or scenario is used by the name of its file, so a file without a sound id excuses that name.
  func excuseFile(_ path: String? = nil) {
    guard let name = (path ?? self.path).split(separator: "/").last, name.hasSuffix(".xml") else { return }
    sink.excused.insert(String(name.dropLast(4)))
  }

  /// Adds a value under its id, or reports that the id is taken.
  func add<Value>(
    _ value: Value, _ id: String, _ table: WritableKeyPath<Catalogue, [String: Value]>, _ span: KeyPath<Value, Span>,
    zh: String, en: String
  ) {
    if let earlier = catalogue[keyPath: table][id] {
      duplicates.insert("\(en) \(id)")
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

  /// Items, agencies, evidence types, scenarios and consultations each have a page of their own beside their list, `index.html`.
  func hasPage(_ id: String, _ fields: Fields) {
    guard id == "index", let attribute = fields.element["id"] else { return }
    sink.error(
      "reserved-id", attribute.span, zh: "'index' 不能作编号：书里的 index.html 是目录页",
      en: "'index' cannot be an id here: index.html is the list of the pages",
      help: [Message(zh: "换一个编号", en: "take another id")])
  }

  /// Items and scenarios are found by their file's name; a file that disagrees with its id hides from people.
  func matchesFileName(_ id: String, _ fields: Fields, en: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name != id + ".xml", let attribute = fields.element["id"] else { return }
    let diagnostic = Diagnostic(
      "file-name", at: attribute.span,
      Message(zh: "编号是 '\(id)'，文件名却是 \(name)", en: "the id is '\(id)' but the file is \(name)"),
      help: [Message(zh: "把文件改名为 \(id).xml", en: "rename the file to \(id).xml")])
    misnamed.append(("\(en) \(id)", diagnostic))
  }
}

/// The folder that all files are in; "." if they share none.
private func commonFolder(of paths: [String]) -> String {
  let folders = paths.map { $0.split(separator: "/", omittingEmptySubsequences: false).dropLast() }
  var common = folders.first ?? []
  for folder in folders {
    common = common.prefix(zip(common, folder).prefix { $0.0 == $0.1 }.count)
  }
  return common.isEmpty ? "." : common.joined(separator: "/")
}
