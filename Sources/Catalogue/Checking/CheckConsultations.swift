internal import Diagnostics

extension CatalogueReader {
  /// Comments are still asked for on a day on which none is taken any more.
  func checkConsultations() {
    guard let date = catalogue.book?.date else { return }
    for consultation in catalogue.consultations.values.sorted(by: { $0.id < $1.id })
    where consultation.status == .open && consultation.until < date && consultation.from <= consultation.until {
      sink.warning(
        "consultation-over", consultation.statusSpan,
        zh: "'\(consultation.id)' 到 \(consultation.until) 为止，这一版在它之后",
        en: "'\(consultation.id)' ended on \(consultation.until), and this edition is later",
        help: [
          Message(
            zh: "还没有结果写 closed；有了结果写 adopted 或 rejected，加上 <outcome>",
            en: "closed while nothing is decided; adopted or rejected, with an <outcome>, once it is")
        ])
    }
  }
}
