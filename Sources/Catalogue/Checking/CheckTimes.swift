internal import Diagnostics

extension CatalogueReader {
  /// What a guide says of time contradicts the law, itself or another guide.
  func checkTimes() {
    for item in catalogue.items.values.sorted(by: { $0.id < $1.id }) {
      guard let time = item.time else { continue }
      if let promised = time.promised.value?.duration, let statutory = time.statutory.value?.duration,
        CatalogueReader.isCertainlyLonger(promised, than: statutory)
      {
        sink.error(
          "time-order", time.span, zh: "'\(item.id)' 承诺 \(days(promised).zh)，法定只有 \(days(statutory).zh)",
          en: "'\(item.id)' promises \(days(promised).en), the law allows \(days(statutory).en)",
          help: [Message(zh: "查清两个时限，改正一个", en: "look both up and correct one")])
      }
      for statement in time.excluding {
        sink.warning(
          "time-unknown", statement.span, zh: "'\(item.id)' 的时限不含“\(statement.text)”，它要多久没有写",
          en: "the limit of '\(item.id)' does not count '\(statement.text)', and nobody says how long that takes",
          help: [
            Message(
              zh: "写成一个有天数的步骤，再删去 <excluding>；查不到，书里印“至少”",
              en: "make it a step with its days and remove <excluding>; if it is not known, the book says “at least”")
          ])
      }
    }
    checkCommonSteps()
  }

  private func days(_ duration: Duration) -> (zh: String, en: String) {
    switch duration.unit {
    case .workingDays: ("\(duration.days) 个工作日", "\(duration.days) working days")
    case .calendarDays: ("\(duration.days) 个自然日", "\(duration.days) calendar days")
    }
  }

  /// Working days are never fewer calendar days; other comparisons between the units hang on the calendar.
  static func isCertainlyLonger(_ a: Duration, than b: Duration) -> Bool {
    switch (a.unit, b.unit) {
    case (.workingDays, .workingDays), (.calendarDays, .calendarDays), (.workingDays, .calendarDays): a.days > b.days
    case (.calendarDays, .workingDays): false
    }
  }

  /// Steps of several items that are one act: one that no other names is probably misspelt; of two times the longer is
  /// printed until somebody settles it.
  private func checkCommonSteps() {
    var acts: [String: [Step]] = [:]
    for item in catalogue.items.values.sorted(by: { $0.id < $1.id }) {
      for step in item.steps.value ?? [] {
        if let act = step.common { acts[act, default: []].append(step) }
      }
    }
    checkAlone(acts.filter { $0.value.count == 1 }.mapValues { $0[0] }, among: acts.keys.sorted())
    for (act, steps) in acts.sorted(by: { $0.key < $1.key }) {
      let timed = steps.filter { $0.duration != nil }
      guard let longest = timed.max(by: { isShorter($0, $1) }) else { continue }
      for step in timed where step.duration != longest.duration {
        sink.warning(
          "fact-conflict", step.span, zh: "同一个步骤 '\(act)'，两处时限不一样", en: "the act '\(act)' has another time elsewhere",
          notes: [
            Diagnostic.Note(
              isShorter(step, longest)
                ? Message(zh: "这里长一些，先按它印", en: "the longer time is here and is printed")
                : Message(zh: "另一处在这里", en: "the other time is here"), at: longest.span)
          ],
          help: [Message(zh: "查清是几天，改成一致", en: "find out which it is and write that in both")])
      }
    }
  }

  /// Where two acts that stand alone are nearly one word, one of them is reported.
  private func checkAlone(_ alone: [String: Step], among acts: [String]) {
    // A file that could not be read may hold the other step.
    guard faultyFiles.isEmpty else { return }
    var said: Set<String> = []
    for (act, step) in alone.sorted(by: { $0.key < $1.key }) {
      let near = nearest(act, in: acts.filter { $0 != act })
      if let near, said.contains(near) { continue }
      said.insert(act)
      sink.warning(
        "common-step-alone", step.span, zh: "没有别的步骤是 '\(act)'", en: "no other step is the act '\(act)'",
        notes: near.flatMap { alone[$0] }.map { other in
          [Diagnostic.Note(Message(zh: "'\(near ?? "")' 在这里", en: "'\(near ?? "")' is here"), at: other.span)]
        } ?? [],
        help: [
          near != nil
            ? Message(zh: "是同一件事，就写同一个词", en: "if they are one act, write the same word in both")
            : Message(
              zh: "另一个事项的步骤也写上 common=\"\(act)\"，或删去",
              en: "write common=\"\(act)\" in the other item's step too, or remove it")
        ])
    }
  }

  private func isShorter(_ a: Step, _ b: Step) -> Bool {
    guard let first = a.duration, let then = b.duration else { return false }
    return CatalogueReader.isCertainlyLonger(then, than: first)
  }
}
