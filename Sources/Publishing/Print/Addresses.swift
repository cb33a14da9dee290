import Crypto
import Handbook
import Hexadecimal
import Markup

/// Where the latest state of a page is, for paper: with the edition and what the page said, so that the page can tell its
/// reader whether the paper still holds.
public struct Addresses: Sendable {
  /// Ends in `/`; `nil` = not stated.
  let base: String?
  let isSample: Bool
  let edition: String
  /// By the page's path: what it says, as ten hexadecimal digits.
  let marks: [String: String]

  init(_ book: Handbook, marks: [String: String]) {
    base = book.printing.address?.url
    isSample = book.printing.address?.isSample ?? false
    edition = book.edition
    self.marks = marks
  }

  /// What people can type.
  func plain(_ path: String) -> String? { base.map { $0 + path } }

  /// What the code holds. The names begin with `_`, which no question's does.
  func full(_ path: String, answers: [(question: String, options: [String])] = []) -> String? {
    guard let plain = plain(path) else { return nil }
    let own = [("_e", edition)] + (marks[path].map { [("_h", $0)] } ?? [])
    let fields = own + answers.map { ($0.question, $0.options.joined(separator: ",")) }
    return plain + "?" + fields.map { "\($0.0)=\(percentEncoded($0.1))" }.joined(separator: "&")
  }

  /// What a page says, in ten hexadecimal digits of SHA-256: the edition's name and the frame around it do not count.
  static func mark(of body: Markup) -> String { SHA256.hash(data: body.bytes).prefix(5).hexadecimal }

  private func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte -> String in
      switch byte {
      case 48...57, 65...90, 97...122, 44, 45, 46, 95: String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
