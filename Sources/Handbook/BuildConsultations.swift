import Catalogue

extension BookBuilder {
  /// Those that are open first, then the latest.
  var consultations: [ConsultationChapter] {
    let date = catalogue.book?.date ?? Day(number: 0)
    return catalogue.consultations.values.map { ($0, chapter($0, on: date)) }.sorted { first, second in
      func key(_ entry: (Consultation, ConsultationChapter)) -> (Int, Int, String) {
        (entry.1.isOpen ? 0 : 1, -entry.0.until.number, entry.0.id)
      }
      return key(first) < key(second)
    }.map(\.1)
  }

  private func chapter(_ consultation: Consultation, on date: Day) -> ConsultationChapter {
    ConsultationChapter(
      id: consultation.id, title: consultation.title, summary: consultation.summary,
      status: consultation.status.rawValue, state: phrases.state(of: consultation, on: date),
      period: phrases.period(consultation.from, consultation.until), isoFrom: consultation.from.description,
      isoUntil: consultation.until.description, certainty: phrases.checked(consultation.checked),
      changes: consultation.changes.map { change in
        ConsultationChapter.Change(
          target: target(change.target), before: change.before, after: change.after)
      },
      isOpen: consultation.status == .open && consultation.from <= date && date <= consultation.until,
      comments: consultation.comments,
      outcome: consultation.outcome.map { outcome in
        ConsultationChapter.Outcome(
          day: phrases.plainDate(outcome.day), isoDay: outcome.day.description,
          sentence: wording.sentence(outcome.statement))
      })
  }

  private func target(_ target: Consultation.Change.Target) -> Reference {
    switch target {
    case .item(let id): item(id)
    case .scenario(let id): catalogue.scenarios[id].map(reference) ?? Reference(.scenario, id, id)
    }
  }
}

extension Phrases {
  public var consultations: String { say("征求意见", "Consultations") }
  public var consultationsLead: String {
    say(
      "打算改什么、现在是什么样、改成什么样，意见往哪里提，最后怎么定的。",
      "What is to change, from what to what, where to comment, and what was decided.")
  }
  public var consultationState: String { say("进展", "Status") }
  public var consultationPeriod: String { say("征求意见时间", "Period") }
  public var consultationChanges: String { say("打算改什么", "What would change") }
  public var changeBefore: String { say("现在", "Now") }
  public var changeAfter: String { say("改成", "Then") }
  public var changeNew: String { say("新加", "New") }
  public var changeGone: String { say("删去", "Removed") }
  public var consultationComments: String { say("意见往哪里提", "Where to comment") }
  public var consultationOutcome: String { say("结果", "Outcome") }
  func plainDate(_ day: Day) -> String {
    let parts = day.components
    return say("\(parts.year)年\(parts.month)月\(parts.day)日", day.description)
  }
  func period(_ from: Day, _ until: Day) -> String {
    say("\(plainDate(from))至\(plainDate(until))", "\(plainDate(from)) to \(plainDate(until))")
  }
  func state(of consultation: Consultation, on date: Day) -> String {
    switch consultation.status {
    case .open where date < consultation.from:
      say("\(plainDate(consultation.from))开始征求意见", "comments are taken from \(plainDate(consultation.from))")
    case .open where date > consultation.until:
      say("已过截止日期，结果还没有公布", "over; the outcome is not published yet")
    case .open:
      say("正在征求意见，\(plainDate(consultation.until))截止", "open until \(plainDate(consultation.until))")
    case .closed: say("已经截止，结果还没有公布", "closed; the outcome is not published yet")
    case .adopted: say("已采纳", "adopted")
    case .rejected: say("没有采纳", "not adopted")
    }
  }
  public var commentOnline: String { say("在网上提意见", "Comment on line") }
  public var commentOnWeb: String { say("在网上的书里打开这次征求意见，那里有地方写", "Open this consultation on the web: there is a link") }
  public func commentByMail(_ address: String) -> String { say("写信到 \(address)", "Write to \(address)") }
  public func commentByPhone(_ number: String) -> String { say("打 \(number)", "Call \(number)") }
  public var commentAtCounter: String { say("到窗口说", "Tell the counter") }
}
