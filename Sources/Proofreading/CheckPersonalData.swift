import Catalogue
import Diagnostics

extension Proofreader {
  /// Numbers that belong to a person, anywhere in the files, comments too: they would be published, or kept in history.
  ///
  /// Identity numbers by GB 11643 (18 digits with their check digit), mobile numbers (11 digits from 13 to 19), number
  /// plates by GA 36, bank cards (16 to 19 digits with the check digit of ISO/IEC 7812). An office's own telephone is its own business: there a mobile number is only asked about.
  func checkPersonalData() {
    let phones = Set(catalogue.agencies.values.flatMap(\.phones).map(\.text))
    for source in sources {
      for found in PersonalNumber.all(in: source.bytes) {
        let span = Span(file: source.path, offset: found.range.lowerBound, length: found.range.count)
        let text = String(decoding: source.bytes[found.range], as: UTF8.self)
        if found.kind == .mobile, phones.contains(text) {
          warning(
            "office-mobile", span, zh: "这是手机号码，是单位公布的办公电话吗", en: "this is a mobile number: is it the office's own?",
            help: [
              Message(
                zh: "是单位公布的，在 book.xml 里写 <accept id=\"office-mobile\" …>；是个人的，删掉",
                en: "if it is, write <accept id=\"office-mobile\" …> in book.xml; if it is a person's, remove it")
            ])
          continue
        }
        let name = found.kind.name
        error(
          "personal-data", span, zh: "这里像是一个\(name.zh)", en: "this looks like \(name.en)",
          help: [
            Message(
              zh: "删掉；例子里要用，写成“×××”。已经提交过的，历史里也有",
              en: "remove it; an example is written with ×; what was committed is in the history too")
          ])
      }
    }
  }
}
