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
          "time-order", time.span, zh: "承诺时限比法定时限还长", en: "the promised time is longer than the law allows",
          help: [Message(zh: "查清两个时限，改正一个", en: "look both up and correct one")])
      }
      for statement in time.excluding {
        sink.warning(
          "time-unknown", statement.span, zh: "时限不含“\(statement.text)”，它要多久没有写",
          en: "the limit does not count this, and nobody says how long it takes",
          help: [
            Message(
              zh: "写成一个有天数的步骤，再删去 <excluding>；查不到，书里印“至少”",
              en: "make it a step with its days and remove <excluding>; if it is not known, the book says “at least”")
          ])
      }
    }
    checkCommonSteps()
  }

  /// Working days are never fewer calendar days; other comparisons between the units hang on the calendar.
  static func isCertainlyLonger(_ a: Duration, than b: Duration) -> Bool {
    switch (a.unit, b.unit) {
    case (.workingDays, .workingDays), (.calendarDays, .calendarDays), (.workingDays, .calendarDays): a.days > b.days
    case (.calendarDays, .workingDays): false
    }
  }

  /// One act, two times: the longer one is printed until somebody settles it.
  private func checkCommonSteps() {
    var acts: [String: [Step]] = [:]
    for item in catalogue.items.values.sorted(by: { $0.id < $1.id }) {
      for step in item.steps.value ?? [] {
        if let act = step.common, step.duration != nil { acts[act, default: []].append(step) }
      }
    }
    for (act, steps) in acts.sorted(by: { $0.key < $1.key }) {
      guard let longest = steps.max(by: { ($0.duration?.days ?? 0) < ($1.duration?.days ?? 0) }) else { continue }
      for step in steps where step.duration != longest.duration {
        sink.warning(
          "fact-conflict", step.span, zh: "同一个步骤 '\(act)'，两处时限不一样",
          en: "the same act '\(act)' takes longer elsewhere",
          notes: [Diagnostic.Note(Message(zh: "另一处在这里；先按长的印", en: "the longer time is here; it is printed"), at: longest.span)],
          help: [Message(zh: "查清是几天，改成一致", en: "find out which it is and write that in both")])
      }
    }
  }
}
