public import Catalogue
public import Diagnostics

/// Findings after what `book.xml` says of them: raised, accepted with a reason, or standing.
public struct Judgement: Sendable {
  /// What stands, in reading order.
  public let standing: [Diagnostic]
  /// What was accepted, and why; in reading order.
  public let accepted: [(diagnostic: Diagnostic, reason: String)]

  /// `known`: every id that a finding can have. Errors cannot be accepted: nothing false is published with a reason.
  public init(_ diagnostics: [Diagnostic], _ policy: Policy, known: Set<String>) {
    let raised = Set(policy.raised.map(\.id))
    var standing: [Diagnostic] = []
    var accepted: [(Diagnostic, String)] = []
    var used: Set<Policy.Acceptance> = []
    for diagnostic in diagnostics.inReadingOrder() {
      let fitting = policy.accepted.first { acceptance in
        acceptance.id == diagnostic.id && diagnostic.span.file.isFile(acceptance.file)
      }
      if diagnostic.severity == .warning, let fitting {
        used.insert(fitting)
        accepted.append((diagnostic, fitting.reason))
      } else {
        var diagnostic = diagnostic
        if raised.contains(diagnostic.id) { diagnostic.severity = .error }
        standing.append(diagnostic)
      }
    }
    for acceptance in policy.accepted where !used.contains(acceptance) {
      standing.append(Self.idle(acceptance, known))
    }
    for raise in policy.raised where !known.contains(raise.id) {
      standing.append(Self.unknown(raise.id, raise.span, known))
    }
    self.standing = standing.inReadingOrder()
    self.accepted = accepted
  }

  private static func idle(_ acceptance: Policy.Acceptance, _ known: Set<String>) -> Diagnostic {
    guard known.contains(acceptance.id) else { return unknown(acceptance.id, acceptance.span, known) }
    return Diagnostic(
      "idle-acceptance", .warning, at: acceptance.span,
      Message(
        zh: "接受了 '\(acceptance.id)'，现在没有这个提醒", en: "'\(acceptance.id)' is accepted here, and there is no such warning"),
      help: [Message(zh: "已经改好的，删掉这一条；错误不能接受", en: "remove it if the matter is mended; errors cannot be accepted")])
  }

  private static func unknown(_ id: String, _ span: Span, _ known: Set<String>) -> Diagnostic {
    Diagnostic(
      "unknown-finding", .error, at: span, Message(zh: "没有 '\(id)' 这种提醒", en: "there is no finding '\(id)'"),
      help: nearest(id, in: known.sorted()).map {
        [Message(zh: "您是不是想写 '\($0)'？", en: "did you mean '\($0)'?")]
      } ?? [Message(zh: "`onebook explain` 列出全部", en: "`onebook explain` lists them all")])
  }
}

extension String {
  /// Whether the path ends in the file's, folder by folder.
  fileprivate func isFile(_ file: String?) -> Bool {
    guard let file else { return true }
    return self == file || hasSuffix("/" + file)
  }
}
