public import Diagnostics

/// How matters are made public (政务公开事项标准目录，国办发〔2019〕54号): what the guides themselves cannot say. The book
/// states it for all items, an item for itself; what neither states is not known.
public struct Disclosure: Hashable, Sendable {
  /// The thirteen boxes of the form, in its order.
  public enum Channel: String, Sendable, CaseIterable {
    case website
    case gazette
    case newMedia = "new-media"
    case press
    case broadcast
    case paper
    case readingPoint = "reading-point"
    case serviceCentre = "service-centre"
    case serviceStation = "service-station"
    case onSite = "on-site"
    case noticeBoard = "notice-board"
    case push
    case other
  }
  public enum Audience: String, Sendable, CaseIterable { case everyone, group }
  public enum Manner: String, Sendable, CaseIterable {
    case proactive
    case onRequest = "on-request"
  }
  public enum Level: String, Sendable, CaseIterable { case county, township }

  /// One cell of the form. A sample is labelled 示例 wherever it is shown.
  public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    /// Words beside the boxes: which group, which other channel.
    public var remark: String
    public var basis: [Citation]
    public var checked: Checked
    public var sample: Bool
    public var span: Span
  }

  /// By when it has to be public, in words.
  public var limit: Fact<String>?
  public var channels: Fact<Set<Channel>>?
  public var audience: Fact<Audience>?
  public var manner: Fact<Manner>?
  public var levels: Fact<Set<Level>>?
  /// What the duty to publish rests on; not the law of the matter itself. Empty = not stated.
  public var basis: [Citation]
  public var checked: Checked
  public var span: Span
}

extension Disclosure {
  /// What holds for an item: cell by cell its own word, else the book's.
  public func over(_ book: Disclosure?) -> Disclosure {
    guard let book else { return self }
    var result = self
    result.limit = limit ?? book.limit
    result.channels = channels ?? book.channels
    result.audience = audience ?? book.audience
    result.manner = manner ?? book.manner
    result.levels = levels ?? book.levels
    if basis.isEmpty { result.basis = book.basis }
    return result
  }

  /// Everything it cites, its cells' sources too.
  public var citations: [Citation] {
    basis + (limit?.basis ?? []) + (channels?.basis ?? []) + (audience?.basis ?? []) + (manner?.basis ?? [])
      + (levels?.basis ?? [])
  }
}

extension Catalogue {
  /// What is stated of an item's publication; `nil` = nothing at all.
  public func disclosure(of item: ServiceItem) -> Disclosure? {
    item.disclosure?.over(book?.disclosure) ?? book?.disclosure
  }
}
