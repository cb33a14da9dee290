public import Diagnostics

/// A kind of paper, the key of de-duplication, with the names that people decided mean the same.
public struct EvidenceType: Hashable, Sendable {
  /// What an instance of it belongs to.
  public enum Holder: String, Sendable, CaseIterable { case person, vehicle, `case` }

  /// One way in which a class of papers is met: all of `evidence`, under `when`.
  public struct Resolution: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
      public var evidence: String
      /// What happens to it, if that is not what the requirement says of the class.
      public var treatment: Requirement.Treatment?
    }
    public var when: Condition
    public var parts: [Part]
    public var span: Span

    public var evidence: [String] { parts.map(\.evidence) }
  }

  public var id: String
  public var name: String
  public var holder: Holder
  /// The role it belongs to when nobody says otherwise (the agent's identity is the agent's).
  public var whose: String?
  /// Only one such document exists.
  public var unique: Bool
  /// Who issues it: an agency's id …
  public var issuer: String?
  /// … or a name.
  public var issuerName: String?
  public var validity: String?
  public var aliases: [String]
  /// How a person gets it.
  public var get: [Statement]
  /// How an office can check it without paper.
  public var lookup: [Statement]
  public var notes: [Statement]
  /// Not empty: a class (车主身份证明), not a document.
  public var resolutions: [Resolution]
  public var checked: Checked
  public var span: Span
  /// A form that is filled in.
  public var form = false
  /// `sha256:` and 64 hexadecimal digits over what the catalogue says here.
  public var digest = ""
}
