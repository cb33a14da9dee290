public import Diagnostics

/// A number of a person in a text.
public struct PersonalNumber {
  public enum Kind {
    case identity, mobile, plate, bankCard

    public var name: Message {
      switch self {
      case .identity: Message(zh: "身份证号码", en: "an identity number")
      case .mobile: Message(zh: "手机号码", en: "a mobile number")
      case .plate: Message(zh: "车牌号码", en: "a number plate")
      case .bankCard: Message(zh: "银行卡号", en: "a bank card number")
      }
    }
  }
  public var kind: Kind
  /// Of the bytes.
  public var range: Range<Int>

  public static func all(in bytes: [UInt8]) -> [PersonalNumber] {
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
    if isIdentity(word) { return .identity }
    return isBankCard(word) ? .bankCard : nil
  }

  private static func isIdentity(_ word: [UInt8]) -> Bool {
    guard word.count == 18, word.prefix(17).allSatisfy(isDigit) else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(word, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    let expected = Array("10X98765432".utf8)[sum % 11]
    return word[17] == expected || word[17] == expected + 32
  }

  /// Cards of people begin with 3 to 6; the last digit makes the sum, every second digit doubled, end in 0.
  private static func isBankCard(_ word: [UInt8]) -> Bool {
    guard (16...19).contains(word.count), word.allSatisfy(isDigit), (51...54).contains(word[0]) else { return false }
    let sum = word.reversed().enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element - 48) * (digit.offset % 2 == 0 ? 1 : 2)
      return sum + (value > 9 ? value - 9 : value)
    }
    return sum % 10 == 0
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
