/// Where spans stand, for people: a file and a line. Paths are told from the folder that all files share, so that nothing
/// of the machine is in them.
public struct SourcePlaces: Sendable {
  private let sources: [String: SourceText]
  private let shared: Int

  public init(_ sources: [SourceText]) {
    self.sources = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let folders = sources.map { $0.path.split(separator: "/", omittingEmptySubsequences: false).dropLast() }
    shared = folders.dropFirst().reduce(folders.first?.count ?? 0) { count, folder in
      min(count, zip(folders[0], folder).prefix { $0.0 == $0.1 }.count)
    }
  }

  /// `items/new-car.xml:12`; without a line where the text is not known.
  public func place(of span: Span) -> String {
    let path = span.file.split(separator: "/", omittingEmptySubsequences: false).dropFirst(shared).joined(
      separator: "/")
    guard let source = sources[span.file] else { return path }
    return "\(path):\(source.position(of: span.offset).line)"
  }
}
