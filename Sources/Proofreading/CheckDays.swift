import Catalogue
import Diagnostics

extension Proofreader {
  /// The days of an office's own steps against the limit of the whole.
  func checkDays() {
    for item in items where !faulty.contains(item.span.file) {
      guard let time = item.time, let limit = time.holding.value else { continue }
      let own = (item.steps.value ?? []).filter { step in
        step.actor == .agency && [.review, .decide, .make].contains(step.stage) && step.when == .always
      }
      let timed = own.filter { $0.duration != nil }
      switch limit {
      case .instant:
        guard let longest = timed.max(by: { days($0) < days($1) }), days(longest) > 1 else { continue }
        warning(
          "instant-with-days", longest.span, zh: "'\(item.id)' 写着当场办结，这一步却要 \(days(longest)) 天",
          en: "'\(item.id)' is done on the spot, but this step takes \(days(longest)) days",
          notes: [Diagnostic.Note(Message(zh: "时限在这里", en: "the limit is here"), at: time.span)],
          help: [Message(zh: "查清是当场还是几天，改正一个", en: "find out which it is and correct one")])
      case .within(let limit):
        let sum = timed.reduce(0) { $0 + days($1) }
        let isComplete = timed.count == own.count && !(item.steps.value ?? []).contains(where: \.mayTakeLonger)
        guard !timed.isEmpty, timed.allSatisfy({ $0.duration?.unit == limit.unit }),
          sum > limit.days || sum < limit.days && isComplete
        else { continue }
        warning(
          "step-days", time.span, zh: "'\(item.id)' 各步加起来 \(sum) 天，时限是 \(limit.days) 天",
          en: "the steps of '\(item.id)' add up to \(sum) days, the limit is \(limit.days)",
          notes: timed.map { Diagnostic.Note(Message(zh: "\(days($0)) 天", en: "\(days($0)) days"), at: $0.span) },
          help: [Message(zh: "查清每一步几天，改到合得上", en: "find out how long each step takes")])
      }
    }
  }

  private func days(_ step: Step) -> Int { step.duration?.days ?? 0 }
}

extension Step {
  /// A step of the office under a condition: the sum differs from case to case.
  fileprivate var mayTakeLonger: Bool { actor == .agency && when != .always }
}
