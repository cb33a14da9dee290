import Catalogue
import Diagnostics

extension Proofreader {
  /// What was true once: laws that no longer hold or do not hold yet, comparisons that are old, a calendar that ends.
  func checkAge() {
    guard let book = catalogue.book else { return }
    for law in catalogue.laws.values.sorted(by: { $0.id < $1.id }) {
      if let until = law.until, until < book.date {
        stale(
          law, zh: "《\(law.title)》到 \(until) 为止，本版是 \(book.date)",
          en: "'\(law.title)' held until \(until); this edition is of \(book.date)",
          Message(zh: "查清由哪部代替，逐条核对引用它的地方", en: "find out what replaces it and compare every place that cites it"))
      } else if let effective = law.effective, book.date < effective {
        stale(
          law, zh: "《\(law.title)》\(effective) 才施行，本版是 \(book.date)",
          en: "'\(law.title)' holds from \(effective); this edition is of \(book.date)",
          Message(zh: "施行以前照原来的规定写", en: "until then the earlier law holds"))
      } else if let compared = law.compared, compared.number + 366 < book.date.number {
        stale(
          law, zh: "《\(law.title)》上次对照原文是 \(compared)，一年以前了",
          en: "'\(law.title)' was last compared with its text on \(compared), more than a year ago",
          Message(zh: "再对照一遍，改 compared 的日期", en: "compare it again and change compared"))
      }
    }
    // Who begins in the next two months is told a date: that is as long as most matters take.
    let ahead = Day(number: book.date.number + 60).components.year
    let last = catalogue.calendar.years.max()
    if let last, last < ahead, !catalogue.calendar.years.contains(ahead) {
      warning(
        "stale-calendar", book.span, zh: "放假安排只到 \(last) 年，跨年办的事日期算不出来",
        en: "the calendar ends with \(last): dates beyond it are not computed",
        help: [
          Message(
            zh: "\(ahead) 年的放假通知公布后，加上 calendar/\(ahead).xml",
            en: "add calendar/\(ahead).xml when the holidays are announced")
        ])
    }
  }

  private func stale(_ law: Law, zh: String, en: String, _ help: Message) {
    warning("stale-source", law.span, zh: zh, en: en, help: [help])
  }
}
