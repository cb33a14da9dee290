import Crypto
import Foundation

/// A text with signatures under it (C2SP signed note): readable by people, checked by programs.
public struct SignedNote: Hashable, Sendable {
  /// Ends in a line break.
  public var text: String
  public var signatures: [Signature]

  public struct Signature: Hashable, Sendable {
    public var name: String
    /// The first four bytes of SHA-256 over the name, a line break, the kind of key (1) and the public key.
    public var keyID: [UInt8]
    public var bytes: [UInt8]
  }

  public init(text: String, signatures: [Signature] = []) {
    self.text = text
    self.signatures = signatures
  }

  /// `nil` when it is no signed note.
  public init?(reading bytes: some Sequence<UInt8>) {
    guard let whole = String(validating: Array(bytes), as: UTF8.self),
      let end = whole.range(of: "\n\n", options: .backwards)
    else { return nil }
    text = String(whole[..<end.lowerBound]) + "\n"
    var found: [Signature] = []
    for line in whole[end.upperBound...].split(separator: "\n") {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "—", let data = Data(base64Encoded: String(parts[2])), data.count > 4 else {
        return nil
      }
      found.append(Signature(name: String(parts[1]), keyID: Array(data.prefix(4)), bytes: Array(data.dropFirst(4))))
    }
    signatures = found
  }

  public var bytes: [UInt8] {
    let lines = signatures.map { "— \($0.name) \(Data($0.keyID + $0.bytes).base64EncodedString())\n" }.joined()
    return Array("\(text)\n\(lines)".utf8)
  }

  /// Adds a signature.
  /// - Throws: when the key cannot sign.
  public mutating func sign(_ name: String, with key: SigningKey) throws {
    let signature = try key.privateKey.signature(for: Data(text.utf8))
    signatures.append(Signature(name: name, keyID: key.verifying.keyID(name), bytes: Array(signature)))
  }

  /// Whether one of the signatures is this key's, of this name, and over this text.
  public func isSigned(by name: String, _ key: VerifyingKey) -> Bool {
    signatures.contains { signature in
      signature.name == name && signature.keyID == key.keyID(name)
        && key.publicKey.isValidSignature(Data(signature.bytes), for: Data(text.utf8))
    }
  }
}

/// An Ed25519 key that checks signatures.
public struct VerifyingKey: Sendable {
  let publicKey: Curve25519.Signing.PublicKey

  /// 32 bytes; `nil` when they are no key.
  public init?(_ bytes: some Sequence<UInt8>) {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: Data(bytes)) else { return nil }
    publicKey = key
  }

  init(_ key: Curve25519.Signing.PublicKey) { publicKey = key }

  public var bytes: [UInt8] { Array(publicKey.rawRepresentation) }
  public var base64: String { publicKey.rawRepresentation.base64EncodedString() }

  /// Five groups of four characters, to compare with those on paper: base 32 of SHA-256 over the key.
  public var fingerprint: String {
    let letters = Array(Fingerprint.base32(SHA256.hash(data: Data(bytes))).prefix(20))
    return stride(from: 0, to: 20, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: " ")
  }

  public func keyID(_ name: String) -> [UInt8] {
    Array(SHA256.hash(data: Data(name.utf8) + [0x0A, 0x01] + publicKey.rawRepresentation).prefix(4))
  }
}

/// An Ed25519 key that signs. It never leaves the publisher's hands.
public struct SigningKey: Sendable {
  let privateKey: Curve25519.Signing.PrivateKey

  public init() { privateKey = Curve25519.Signing.PrivateKey() }

  /// The seed, 32 bytes; `nil` when it is none.
  public init?(_ bytes: some Sequence<UInt8>) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Data(bytes)) else { return nil }
    privateKey = key
  }

  public var base64: String { privateKey.rawRepresentation.base64EncodedString() }
  public var verifying: VerifyingKey { VerifyingKey(privateKey.publicKey) }
}
