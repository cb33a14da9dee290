private import CLibXML2

/// libxml2's SAX2 parser, and all there is of it in Swift: C values come in here and Swift values go out.
///
/// The text is in memory, in UTF-8 and without NUL, so libxml2 neither opens nor converts anything; what the XML
/// declaration says of the encoding is ignored. Errors come through the context's own handler, never through globals.
enum SAXParser {
  /// Tells the builder what stands in the text, in order, until it wants no more.
  static func parse(_ text: [UInt8], into builder: TreeBuilder) {
    _ = libraryIsReady
    unsafe text.withUnsafeBytes { text in
      guard let context = unsafe ParserContext(text, builder) else { return builder.stopWithoutReason() }
      if !context.parse() { builder.stopWithoutReason() }
    }
    // The context knows the builder only by its address.
    withExtendedLifetime(builder) {}
  }
}

private let libraryIsReady: Void = xmlInitParser()

/// One owner of the C context, freed once, that cannot be shared.
@safe private struct ParserContext: ~Copyable {
  private let pointer: xmlParserCtxtPtr

  init?(_ text: UnsafeRawBufferPointer, _ builder: TreeBuilder) {
    let start = unsafe text.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let created = unsafe xmlCreateMemoryParserCtxt(start, Int32(text.count)) else { return nil }
    unsafe pointer = created
    unsafe pointer.pointee._private = unsafe Unmanaged.passUnretained(builder).toOpaque()
    unsafe pointer.pointee.sax?.pointee = unsafe Self.callbacks
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    _ = unsafe xmlCtxtUseOptions(pointer, Int32(options))
  }

  deinit { unsafe xmlFreeParserCtxt(pointer) }

  /// Whether the text is well formed.
  func parse() -> Bool { unsafe xmlParseDocument(pointer) == 0 && pointer.pointee.wellFormed == 1 }

  /// Everything that is not set stays nil: no tree is built, no entity is known, nothing is loaded.
  private static var callbacks: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.internalSubset = { context, _, _, _ in
      guard let parser = unsafe Parser(context) else { return }
      parser.builder.doctype(cursor: parser.cursor)
      parser.halt()
    }
    unsafe handler.startElementNs = { context, name, prefix, _, namespaceCount, namespaces, count, _, attributes in
      guard let parser = unsafe Parser(context) else { return }
      let goesOn = parser.builder.start(
        unsafe QualifiedName(name, prefix),
        namespaces: unsafe declaredPrefixes(namespaces, count: Int(namespaceCount)),
        attributes: unsafe values(attributes, count: Int(count)),
        cursor: parser.cursor)
      if !goesOn { parser.halt() }
    }
    unsafe handler.endElementNs = { context, _, _, _ in
      guard let parser = unsafe Parser(context) else { return }
      parser.builder.end(cursor: parser.cursor)
    }
    unsafe handler.characters = { context, start, count in
      guard let parser = unsafe Parser(context) else { return }
      parser.builder.characters(unsafe string(start, count: Int(count)))
    }
    // The same function, or libxml2 would guess which white space matters.
    unsafe handler.ignorableWhitespace = unsafe handler.characters
    unsafe handler.serror = { context, error in
      guard let parser = unsafe Parser(context), let error = unsafe error?.pointee else { return }
      guard unsafe error.level == XML_ERR_FATAL else { return }
      parser.builder.fail(
        unsafe Failure(code: error.code),
        saying: unsafe error.message.map { unsafe String(cString: $0) } ?? "",
        cursor: parser.cursor)
      parser.hush()
    }
    return unsafe handler
  }
}

/// What a callback works with; lives as long as the callback runs.
@safe private struct Parser {
  private let context: xmlParserCtxtPtr
  let builder: TreeBuilder

  init?(_ opaque: UnsafeMutableRawPointer?) {
    guard let context = unsafe opaque?.assumingMemoryBound(to: xmlParserCtxt.self),
      let builder = unsafe context.pointee._private
    else { return nil }
    unsafe self.context = context
    unsafe self.builder = Unmanaged<TreeBuilder>.fromOpaque(builder).takeUnretainedValue()
  }

  /// How many bytes of the text have been read. libxml2's own column counts something else.
  var cursor: Int {
    guard let input = unsafe context.pointee.input, let start = unsafe input.pointee.base,
      let current = unsafe input.pointee.cur
    else { return 0 }
    return unsafe Int(input.pointee.consumed) + (current - start)
  }

  /// Ends the parse. Only from a callback of a token: libxml2 frees the text it reads from.
  func halt() { unsafe xmlStopParser(context) }

  /// Ends the parse as soon as libxml2 looks up, and frees nothing: it is still in the middle of the text.
  func hush() {
    unsafe context.pointee.disableSAX = 1
    unsafe context.pointee.instate = XML_PARSER_EOF
  }
}

extension QualifiedName {
  fileprivate init(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) {
    self.init(
      prefix: unsafe prefix.map { unsafe String(decodingCString: $0, as: UTF8.self) },
      name: unsafe name.map { unsafe String(decodingCString: $0, as: UTF8.self) } ?? "")
  }
}

private func string(_ start: UnsafePointer<xmlChar>?, count: Int) -> String {
  unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
}

/// Of `xmlns:p="…"` the prefix, of `xmlns="…"` nil. libxml2 gives pairs: prefix, address.
private func declaredPrefixes(_ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int) -> [String?] {
  (0..<count).map { index in
    unsafe pairs?[2 * index].map { unsafe String(decodingCString: $0, as: UTF8.self) }
  }
}

/// libxml2 gives five pointers for each attribute: name, prefix, namespace, start and end of the value.
private func values(
  _ fives: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
) -> [(name: QualifiedName, value: String)] {
  guard let fives = unsafe fives else { return [] }
  return (0..<count).map { index in
    let five = unsafe fives + 5 * index
    guard let start = unsafe five[3], let end = unsafe five[4] else {
      return (unsafe QualifiedName(five[0], five[1]), "")
    }
    // Since entities are not substituted, libxml2 writes every `&` that it has decoded in a value as `&#38;`.
    let value = unsafe string(start, count: end - start).replacing("&#38;", with: "&")
    return (unsafe QualifiedName(five[0], five[1]), value)
  }
}

extension Failure {
  fileprivate init(code: Int32) {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
    case XML_ERR_TAG_NAME_MISMATCH: self = .tagMismatch
    case XML_ERR_NAME_REQUIRED: self = .nameRequired
    case XML_ERR_ENTITYREF_SEMICOL_MISSING: self = .unfinishedReference
    case XML_ERR_UNDECLARED_ENTITY: self = .unknownEntity
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF:
      self = .badNumber
    case XML_ERR_LT_IN_ATTRIBUTE: self = .lessInAttribute
    case XML_ERR_ATTRIBUTE_NOT_STARTED: self = .unquotedAttribute
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: self = .attributeWithoutValue
    case XML_ERR_ATTRIBUTE_REDEFINED: self = .duplicateAttribute
    case XML_ERR_SPACE_REQUIRED: self = .missingSpace
    case XML_ERR_HYPHEN_IN_COMMENT: self = .hyphensInComment
    case XML_ERR_MISPLACED_CDATA_END: self = .strayCDATAEnd
    case XML_ERR_DOCUMENT_EMPTY: self = .noRoot
    case XML_ERR_DOCUMENT_END: self = .afterRoot
    case XML_ERR_RESERVED_XML_NAME: self = .lateDeclaration
    case XML_ERR_GT_REQUIRED: self = .unfinishedTag
    case XML_ERR_ATTRIBUTE_NOT_FINISHED: self = .unclosedQuote
    case XML_ERR_COMMENT_NOT_FINISHED: self = .unfinishedComment
    case XML_ERR_CDATA_NOT_FINISHED: self = .unfinishedCDATA
    case XML_ERR_PI_NOT_FINISHED: self = .unfinishedInstruction
    default: self = .other
    }
  }
}
