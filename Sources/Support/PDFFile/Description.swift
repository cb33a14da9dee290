private import Markup

/// What is said of a document beside its pages. What is empty is left out.
public struct PDFDetails: Hashable, Sendable {
  public var title: String
  /// A tag of BCP 47, such as `zh-CN`.
  public var language: String
  public var author: String
  public var subject: String
  public var keywords: [String]
  /// The day of the edition as ISO 8601 writes it, `2026-11-26`. It stands for the time of printing.
  public var day: String

  public init(
    title: String, language: String, author: String = "", subject: String = "", keywords: [String] = [], day: String
  ) {
    self.title = title
    self.language = language
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.day = day
  }
}

extension PDFFile {
  /// Says what the document is, in place of what the printing program said. With this, two prints of one edition are
  /// the same bytes: the day is the edition's, and no clock and no chance remain.
  ///
  /// A reader's program then shows the title instead of the name of the file, and the bookmarks if there are any.
  /// - Parameter details: title, language and what else is to be said.
  /// - Throws: ``PDFProblem/damaged(_:)``
  public func describe(_ details: PDFDetails) throws(PDFProblem) {
    let information = qpdf.indirect(qpdf.parse("<< >>"))
    let date = "D:\(details.day.filter { $0 != "-" })000000Z"
    let texts = [
      "/Title": details.title, "/Author": details.author, "/Subject": details.subject,
      "/Keywords": details.keywords.joined(separator: ", "),
      "/Creator": producer, "/Producer": producer, "/CreationDate": date, "/ModDate": date,
    ]
    for (key, text) in texts where !text.isEmpty { information[key] = qpdf.text(text) }
    qpdf.trailer["/Info"] = information
    qpdf.trailer.remove("/ID")

    let catalogue = qpdf.catalogue
    catalogue["/Metadata"] = qpdf.stream(metadata(details).bytes)
    catalogue["/Metadata"]["/Type"] = qpdf.parse("/Metadata")
    catalogue["/Metadata"]["/Subtype"] = qpdf.parse("/XML")
    catalogue["/Lang"] = qpdf.text(details.language)
    catalogue["/ViewerPreferences"] = qpdf.parse("<< /DisplayDocTitle true >>")
    if try !outline().isEmpty { catalogue["/PageMode"] = qpdf.parse("/UseOutlines") }
    try qpdf.check()
  }
}

private let producer = "onebook"

/// The details once more, as XMP (ISO 16684-1).
private func metadata(_ details: PDFDetails) -> Markup {
  let date = "\(details.day)T00:00:00Z"
  let keywords = details.keywords.joined(separator: ", ")
  return """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
    <dc:format>application/pdf</dc:format>
    \(property("dc:title", "rdf:Alt", [details.title]))\
    \(property("dc:description", "rdf:Alt", [details.subject]))\
    \(property("dc:language", "rdf:Bag", [details.language]))\
    \(property("dc:creator", "rdf:Seq", [details.author]))\
    \(property("dc:subject", "rdf:Bag", details.keywords))\
    \(keywords.isEmpty ? nil : "<pdf:Keywords>\(keywords)</pdf:Keywords>\n")\
    <pdf:Producer>\(producer)</pdf:Producer>
    <xmp:CreatorTool>\(producer)</xmp:CreatorTool>
    <xmp:CreateDate>\(date)</xmp:CreateDate>
    <xmp:ModifyDate>\(date)</xmp:ModifyDate>
    <xmp:MetadataDate>\(date)</xmp:MetadataDate>
    </rdf:Description>
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
}

/// A property of XMP with its values in a container; nothing if there are none.
private func property(_ name: Markup, _ container: Markup, _ values: [String]) -> Markup? {
  let language: Markup = container == "rdf:Alt" ? " xml:lang=\"x-default\"" : ""
  let items = values.filter { !$0.isEmpty }.map { "<rdf:li\(language)>\($0)</rdf:li>" as Markup }
  return items.isEmpty ? nil : "<\(name)><\(container)>\(items)</\(container)></\(name)>\n"
}
