public import Diagnostics

/// Reads one XML file into plain values.
///
/// Reading is total: any bytes give either an element or the reason why not, never an error thrown and never a crash.
/// There is no DOCTYPE, so there are no entities but the five of XML, and nothing outside the bytes is ever opened.
public enum XMLFile {
  /// The largest file that is read, in bytes.
  public static let sizeLimit = 16 << 20
  /// How deep elements may stand in each other.
  public static let depthLimit = 256

  /// - Parameters:
  ///   - bytes: the file as it is on the disk, in any encoding it declares.
  ///   - path: what spans and messages call it.
  /// - Returns: the root element, or nil if the file cannot be read; the UTF-8 text that all spans point into; what is
  ///   wrong. At most one diagnostic is about why the file cannot be read. With a root there may be
  ///   `namespaced-element`, nothing else.
  public static func read(_ bytes: [UInt8], path: String) -> (
    root: Element?, text: SourceText, diagnostics: [Diagnostic]
  ) {
    guard bytes.count <= sizeLimit else {
      return (nil, SourceText(path: path, bytes: []), [tooLarge(bytes.count, path: path)])
    }
    let (text, problem) = Decoding.decode(bytes, path: path)
    let source = SourceText(path: path, bytes: text)
    if let problem { return (nil, source, [problem]) }
    guard text.contains(where: { !$0.isXMLBlank }) else { return (nil, source, [empty(path: path)]) }
    if let problem = ForbiddenCharacter.find(in: source) { return (nil, source, [problem]) }

    let builder = TreeBuilder(source)
    SAXParser.parse(text, into: builder)
    return (builder.root, source, builder.diagnostics)
  }

  private static func tooLarge(_ size: Int, path: String) -> Diagnostic {
    Diagnostic(
      "file-too-large", at: Span(file: path, offset: 0, length: 0),
      Message(
        zh: "文件太大：\((size + (1 << 20) - 1) >> 20) MB，最多 \(sizeLimit >> 20) MB",
        en: "file is too large: \((size + (1 << 20) - 1) >> 20) MB; the limit is \(sizeLimit >> 20) MB"),
      help: [Message(zh: "一件事一个文件；图片等不要放进来", en: "keep one thing to a file, and no pictures in it")])
  }

  private static func empty(path: String) -> Diagnostic {
    Diagnostic(
      "empty-file", at: Span(file: path, offset: 0, length: 0),
      Message(zh: "文件是空的", en: "file is empty"),
      help: [Message(zh: "写上内容，或者把它删掉", en: "write something in it, or remove it")])
  }
}

extension UInt8 {
  /// Whether this is one of the four white space characters of XML.
  var isXMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
