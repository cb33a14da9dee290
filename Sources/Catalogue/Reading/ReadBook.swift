internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  func book(_ element: Element) {
    let fields = Fields(
      element, sink, attributes: ["version", "lang", "base", "sample-base", "calendar"],
      children: [
        "title", "issuer", "edition", "theme", "hotline", "preface", "term", "check", "disclosure", "feedback",
        "print", "former", "feed",
      ])
    if let version = fields.required("version"), version != "1", let attribute = element["version"] {
      sink.error(
        "unknown-version", attribute.span, zh: "不认识目录格式第 \(version) 版",
        en: "catalogue format version '\(version)' is not known",
        help: [Message(zh: "这个程序读第 1 版", en: "this program reads version 1")])
    }
    if let earlier = catalogue.book {
      return sink.error(
        "duplicate-book", element.span, zh: "目录里有两个 <book>", en: "the catalogue has two <book> files",
        notes: [Diagnostic.Note(Message(zh: "另一个在这里", en: "the other is here"), at: earlier.span)],
        help: [Message(zh: "只留一个", en: "keep one")])
    }
    let lang = fields.text("lang") ?? "zh-CN"
    if !["zh-CN", "en"].contains(lang), let attribute = element["lang"] {
      sink.error(
        "bad-value", attribute.span, zh: "lang 不能是 '\(lang)'", en: "lang cannot be '\(lang)'",
        help: suggestion(for: lang, among: ["zh-CN", "en"]))
    }
    if let base = element["base"], !(base.value.hasPrefix("https://") && base.value.hasSuffix("/")) {
      sink.error(
        "bad-base", base.span, zh: "base 要以 https:// 开头、以 / 结尾", en: "base must begin with https:// and end with /",
        help: [
          Message(
            zh: "例如 https://www.example.gov.cn/book/；没有网址就不写",
            en: "such as https://www.example.org/book/; leave it out if there is no address")
        ])
    }
    let base = element["base"]?.value
    let isSample = fields.flag("sample-base")
    let edition = fields.requiredChild("edition").map { Fields($0, sink, attributes: ["id", "date"]) }
    var book = Book(
      title: fields.requiredText("title"), issuer: fields.requiredText("issuer"), lang: lang,
      edition: edition?.required("id") ?? "", date: edition?.requiredDay("date") ?? Day(number: 0),
      base: isSample ? nil : base,
      themes: fields.children("theme").compactMap { child in
        let theme = Fields(child, sink, attributes: ["id", "mark", "order"])
        guard let id = theme.id() else { return nil }
        return Book.Theme(
          id: id, mark: theme.required("mark") ?? "",
          order: theme.references("order", to: .scenario), name: theme.content(), span: child.span)
      },
      hotlines: fields.children("hotline").map { child in
        let hotline = Fields(child, sink, attributes: ["number", "name", "complaints", "checked", "basis"])
        return Book.Hotline(
          number: hotline.required("number") ?? "", name: hotline.required("name") ?? "", text: hotline.content(),
          checked: hotline.checked(.no), span: child.span, complaints: hotline.flag("complaints"))
      },
      preface: fields.texts("preface"),
      terms: fields.children("term").map { child in
        let term = Fields(child, sink, attributes: ["name"])
        return Book.Term(name: term.required("name") ?? "", text: term.content(), span: child.span)
      },
      span: element.span, disclosure: fields.child("disclosure").map { disclosure($0, .yes) },
      feedback: fields.child("feedback").flatMap(feedback), sampleBase: isSample ? base : nil,
      printing: fields.child("print").map(printing) ?? Printing(), former: fields.children("former").map(former),
      feed: fields.child("feed").map(feedSettings))
    unique(book.themes.map { ($0.id, $0.span) }, zh: "分类", en: "theme")
    if let check = fields.child("check") { book.policy = policy(check) }
    catalogue.book = book
  }

  func laws(_ element: Element) {
    for child in Fields(element, sink, children: ["law"]).children("law") {
      let fields = Fields(
        child, sink, attributes: ["id", "title", "number", "effective", "until", "compared", "checked"],
        children: ["lists"])
      guard let id = fields.id() else { continue }
      let law = Law(
        id: id, title: fields.required("title") ?? "", number: fields.required("number") ?? "",
        effective: fields.day("effective"), remark: child.text, checked: fields.checked(.no), span: child.span,
        lists: fields.children("lists").compactMap { list in
          let fields = Fields(list, sink, attributes: ["article", "evidence"])
          guard let article = fields.required("article"), fields.required("evidence") != nil else { return nil }
          return Law.Demand(article: article, evidence: fields.references("evidence", to: .evidence), span: list.span)
        }, until: fields.day("until"), compared: fields.day("compared"))
      add(law, id, \.laws, \.span, zh: "法规", en: "law")
    }
  }

  func subjects(_ element: Element) {
    for child in Fields(element, sink, children: ["subject"]).children("subject") {
      let fields = Fields(child, sink, attributes: ["id", "kind"])
      guard let id = fields.id() else { continue }
      let kind = fields.required("kind").flatMap { _ in fields.choice("kind", as: Subject.Kind.self) } ?? .person
      add(
        Subject(id: id, kind: kind, name: fields.content(), span: child.span), id, \.subjects, \.span,
        zh: "人或车", en: "subject")
    }
  }

  func facts(_ element: Element) {
    for child in Fields(element, sink, children: ["fact"]).children("fact") {
      let fields = Fields(
        child, sink, attributes: ["id", "ask", "choose", "note", "checked", "basis"], children: ["option"])
      guard let id = fields.id() else { continue }
      let fact = Fact(
        id: id, ask: fields.required("ask") ?? "", options: options(fields),
        many: fields.choice("choose", as: Choose.self) == .many, note: fields.text("note"),
        checked: fields.checked(.yes), span: child.span)
      add(fact, id, \.facts, \.span, zh: "情形", en: "fact")
    }
  }

  func options(_ fields: Fields) -> [Fact.Option] {
    let options = fields.children("option").compactMap { child -> Fact.Option? in
      let option = Fields(child, sink, attributes: ["id", "when-text"])
      guard let id = option.id() else { return nil }
      let text = option.content()
      return Fact.Option(id: id, text: text, whenText: option.text("when-text") ?? "", span: child.span)
    }
    unique(options.map { ($0.id, $0.span) }, zh: "选项", en: "option")
    return options
  }

  func workCalendar(_ element: Element) {
    let fields = Fields(
      element, sink, attributes: ["year", "source", "checked", "basis"], children: ["off", "work"])
    guard fields.required("year") != nil, let year = fields.count("year") else {
      calendarIsUnsure = true
      return
    }
    let days = element.children.flatMap { $0.attributes.compactMap { Day($0.value) } }
    if !days.isEmpty, !days.contains(where: { $0.components.year == year }), let attribute = element["year"] {
      calendarIsUnsure = true
      return sink.error(
        "bad-date", attribute.span, zh: "这里没有一天在 \(year) 年", en: "none of these days is in \(year)",
        help: [Message(zh: "改正 year，每年一个文件", en: "correct the year; each year is a file of its own")])
    }
    if !catalogue.calendar.years.insert(year).inserted, let attribute = element["year"] {
      return sink.error(
        "duplicate-id", attribute.span, zh: "\(year) 年的日历写了两次", en: "the calendar of \(year) is given twice",
        help: [Message(zh: "只留一个文件", en: "keep one file")])
    }
    func inYear(_ day: Day?, _ child: Element) -> Day? {
      guard let day, day.components.year != year else { return day }
      sink.error(
        "bad-date", child.span, zh: "\(day) 不在 \(year) 年", en: "\(day) is not in \(year)",
        help: [
          Message(zh: "每年一个文件；跨年的假期分两个文件写", en: "each year is a file of its own; a holiday across years stands in both")
        ])
      return nil
    }
    for child in fields.children("off") {
      let off = Fields(child, sink, attributes: ["from", "to"])
      guard let from = inYear(off.requiredDay("from"), child), let to = inYear(off.requiredDay("to"), child) else {
        continue
      }
      guard from <= to else {
        sink.error(
          "bad-date", child.span, zh: "\(from) 在 \(to) 之后", en: "\(from) is after \(to)",
          help: [Message(zh: "from 是头一天，to 是末一天", en: "from is the first day, to the last")])
        continue
      }
      for number in from.number...to.number { catalogue.calendar.daysOff.insert(Day(number: number)) }
      let name = child.text.isEmpty ? nil : child.text
      catalogue.calendar.holidays.append(WorkCalendar.Holiday(name: name, from: from, to: to))
    }
    catalogue.calendar.holidays.sort { ($0.from, $0.to, $0.name ?? "") < ($1.from, $1.to, $1.name ?? "") }
    catalogue.calendar.sources[year] = fields.text("source")
    for child in fields.children("work") {
      if let day = inYear(Fields(child, sink, attributes: ["on"]).requiredDay("on"), child) {
        catalogue.calendar.makeUpDays.insert(day)
      }
    }
  }
}

enum Choose: String, CaseIterable { case one, many }
