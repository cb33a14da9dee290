import Catalogue
import Diagnostics

extension Proofreader {
  /// What an authority charges and how long it may take rest on an article.
  func checkBases() {
    for fee in catalogue.fees.values.sorted(by: { $0.id < $1.id })
    where fee.kind == .government && fee.basis.isEmpty && !faulty.contains(fee.span.file) {
      warning(
        "fee-without-basis", fee.span, zh: "收费 '\(fee.id)'（\(fee.name)）没有写依据",
        en: "the charge '\(fee.id)' (\(fee.name)) names no basis",
        help: [
          Message(
            zh: "写上 basis=\"法规§条号\"；查不到依据的不能收", en: "write basis=\"law§article\"; what has no basis may not be charged")
        ])
    }
    for item in items where !faulty.contains(item.span.file) {
      guard let time = item.time, time.basis.isEmpty, time.statutory.value != nil,
        catalogue.agencies[item.agency]?.kind.isAuthority ?? true
      else { continue }
      warning(
        "limit-without-basis", time.span, zh: "'\(item.id)' 的法定时限没有写依据",
        en: "the legal limit of '\(item.id)' names no basis",
        help: [Message(zh: "写上 basis=\"法规§条号\"", en: "write basis=\"law§article\"")])
    }
  }
}

extension Agency.Kind {
  /// Exercises public power; companies, hospitals and schools agree on their own terms.
  var isAuthority: Bool { self == .police || self == .government }
}
