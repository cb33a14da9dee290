public import Diagnostics

/// What `book.xml` says of the whole: title page, themes, hotlines, how to use it, glossary.
public struct Book: Hashable, Sendable {
  public struct Theme: Hashable, Sendable {
    public var id: String
    /// One character that stands for the theme: 车, 证, 违, 行.
    public var mark: String
    /// Scenarios in this order; those not named follow.
    public var order: [String]
    public var name: String
    public var span: Span
  }
  public struct Hotline: Hashable, Sendable {
    public var number: String
    public var name: String
    public var text: String
    public var checked: Checked
    public var span: Span
    /// Takes complaints, and what readers say of the book.
    public var complaints = false
  }
  public struct Term: Hashable, Sendable {
    public var name: String
    public var text: String
    public var span: Span
  }

  public var title: String
  public var issuer: String
  /// BCP 47, `zh-CN` or `en`: which phrases the pages use.
  public var lang: String
  /// Identifies the state of the book, `2026.1`.
  public var edition: String
  /// The edition's day: the only clock the book knows.
  public var date: Day
  /// The address the book will have, ending in `/`; `nil` = not stated.
  public var base: String?
  public var themes: [Theme]
  public var hotlines: [Hotline]
  public var preface: [String]
  public var terms: [Term]
  public var policy = Policy()
  public var span: Span
  /// How the items are made public, unless an item says otherwise; `nil` = nothing is stated.
  public var disclosure: Disclosure?
  /// Where readers say what is wrong with a page; `nil` = not stated.
  public var feedback: Feedback?
  /// An address that stands for the real one until that is known: on paper only, and labelled there.
  public var sampleBase: String?
  public var printing = Printing()
  /// Matters that are no longer handled.
  public var former: [Printing.Former] = []
  /// Who publishes and who is told of changes; `nil` = nothing is stated.
  public var feed: FeedSettings?
}

/// A legal instrument that facts cite.
public struct Law: Hashable, Sendable {
  public var id: String
  public var title: String
  public var number: String
  public var effective: Day?
  public var remark: String
  public var checked: Checked
  public var span: Span
  public var lists: [Demand] = []
  /// The last day on which it holds; `nil` = no end is known.
  public var until: Day?
  /// When somebody last compared the catalogue with its text; `nil` = not stated.
  public var compared: Day?

  package init(
    id: String, title: String, number: String, effective: Day?, remark: String, checked: Checked, span: Span,
    lists: [Demand] = [], until: Day? = nil, compared: Day? = nil
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.effective = effective
    self.remark = remark
    self.checked = checked
    self.span = span
    self.lists = lists
    self.until = until
    self.compared = compared
  }

  /// The papers that an article lists.
  public struct Demand: Hashable, Sendable {
    public var article: String
    public var evidence: [String]
    public var span: Span
  }
}
