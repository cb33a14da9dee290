import Catalogue
import Diagnostics

extension Proofreader {
  /// Numbers that belong to a person, anywhere in the files, comments too: they would be published, or kept in history.
  ///
  /// Identity numbers by GB 11643 (18 digits with their check digit), mobile numbers (11 digits from 13 to 19), number
  /// plates by GA 36. An office's own telephone is its own business: there a mobile number is only asked about.
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

/// A number of a person in a text.
struct PersonalNumber {
  enum Kind {
    case identity, mobile, plate

    var name: Message {
      switch self {
      case .identity: Message(zh: "身份证号码", en: "an identity number")
      case .mobile: Message(zh: "手机号码", en: "a mobile number")
      case .plate: Message(zh: "车牌号码", en: "a number plate")
      }
    }
  }
  var kind: Kind
  var range: Range<Int>

  static func all(in bytes: [UInt8]) -> [PersonalNumber] {
    var found: [PersonalNumber] = []
    var index = 0
    while index < bytes.count {
      guard isWord(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isWord(bytes[end]) { end += 1 }
      if let kind = kind(of: bytes[index..<end]) {
        found.append(PersonalNumber(kind: kind, range: index..<end))
      } else if isPlate(bytes, index..<end) {
        found.append(PersonalNumber(kind: .plate, range: (index - 3)..<end))
      }
      index = end
    }
    return found
  }

  /// A run of letters and digits is one word: digits of a checksum are no number of a person.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func kind(of word: ArraySlice<UInt8>) -> Kind? {
    let word = Array(word)
    if word.count == 11, word[0] == 49, (51...57).contains(word[1]), word.allSatisfy(isDigit) { return .mobile }
    guard word.count == 18, word.prefix(17).allSatisfy(isDigit) else { return nil }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(word, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    let expected = Array("10X98765432".utf8)[sum % 11]
    return word[17] == expected || word[17] == expected + 32 ? .identity : nil
  }

  /// 鲁 and the like before a letter of the place and five or six letters and digits, at least one of them a digit.
  private static func isPlate(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let word = bytes[range]
    guard (6...7).contains(word.count), let first = word.first, (65...90).contains(first),
      word.dropFirst().allSatisfy({ isDigit($0) || (65...90).contains($0) }), word.contains(where: isDigit),
      range.lowerBound >= 3
    else { return false }
    let province = String(decoding: bytes[(range.lowerBound - 3)..<range.lowerBound], as: UTF8.self)
    return province.count == 1 && "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新".contains(province)
  }
}
