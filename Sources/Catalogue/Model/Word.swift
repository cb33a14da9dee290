public import Diagnostics

/// Official wording and what people say instead (`words.xml`).
public struct Word: Hashable, Sendable {
  /// How far the program may go by itself.
  public enum Use: String, Sendable, CaseIterable {
    /// Wherever the words stand: the meaning cannot change.
    case automatic
    /// Only where they are a whole clause, between two marks of punctuation: elsewhere the sentence would break.
    case clause
    /// Never: which plain words are right hangs on the case. It is proposed.
    case person
  }

  /// One `…` stands for one to six Chinese characters, the same in both.
  public var official: String
  /// Empty: the words are left out.
  public var plain: String
  public var use: Use
  /// Longer words that hold `official` and mean something else: 必须 for 须.
  public var notIn: [String]
  /// What a person has to know to choose.
  public var note: String
  public var span: Span
}

/// What `words.xml` says of words that leave open what is meant.
public struct VagueWord: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Asks for what nobody can know: an error where a person has to bring or do something.
    case catchAll = "catch-all"
    case vague
  }
  public var words: String
  public var kind: Kind
  /// What to write instead.
  public var remedy: String
}

/// The words of a catalogue: `words.xml`.
public struct Words: Hashable, Sendable {
  public var plain: [Word] = []
  public var vague: [VagueWord] = []
  /// Names that hold vague words and are clear all the same: 医疗机构出具的有关身体条件的证明.
  public var clear: [String] = []

  public init() {}
}
