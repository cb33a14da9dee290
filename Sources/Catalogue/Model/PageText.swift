public import Diagnostics

/// A text of the catalogue that stands on a page of the book: what is proofread.
public struct PageText: Hashable, Sendable {
  /// What the text is to its reader; what is asked of its form hangs on that.
  public enum Role: String, Sendable, CaseIterable {
    /// What to bring: the text and the notes of a requirement.
    case requirement
    /// Who may apply, and when.
    case condition
    /// What is done.
    case step
    /// A question, an option, a situation in words.
    case situation
    /// One line of a list: a result, a limit, a pitfall, a way to get a paper.
    case line
    /// Running text: a note, an answer, a preface.
    case prose
    /// A message of a scenario.
    case message
    /// The story of a worked case.
    case story
    /// For the office's own people.
    case staff
  }

  /// The page it stands on: the element and the id of the item, scenario or paper; the root's name alone elsewhere.
  public struct Owner: Hashable, Sendable {
    public var element: String
    public var id: String?
  }

  public var owner: Owner
  public var role: Role
  /// The element; of an attribute, the element that carries it.
  public var element: String
  public var text: String
  /// Where it stands in the file.
  public var span: Span
}
