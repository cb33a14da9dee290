import ArgumentParser
import Diagnostics
import Editions
import Foundation
import Publishing

struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "造一把签名的钥匙。Makes a signing key.",
    discussion: """
      钥匙文件只给发布的人，离线备一份；公钥写进 book.xml 的 <feed key>，指纹写在书里、贴在大厅。
      The file is the publisher's alone; keep a copy off line. The public key goes into <feed key> in book.xml, its fingerprint belongs where people see it: in the book, in the hall.
      """)

  @Argument(help: "写到哪个文件；已经有的不动。The file to write; one that is there is left alone.")
  var file: String

  func run() throws {
    let terminal = Terminal()
    let key = SigningKey()
    // Nobody else's, from the beginning.
    umask(0o077)
    do {
      try Data((key.base64 + "\n").utf8).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
    } catch {
      terminal.report(FileProblem(FileManager.default.fileExists(atPath: file) ? .inTheWay : .unwritable, file))
      throw ExitCode(1)
    }
    terminal.print(key.verifying.base64)
    terminal.say(
      Message(
        zh: "钥匙在 \(file)；上面是公钥，指纹 \(key.verifying.fingerprint)",
        en: "the key is in \(file); above is the public key, its fingerprint \(key.verifying.fingerprint)"))
  }
}

/// A file with a key in it: 32 bytes in base 64.
struct KeyFile {
  var path: String

  private func bytes() -> Data? {
    guard let data = FileManager.default.contents(atPath: path), data.count < 200,
      let text = String(data: data, encoding: .utf8)
    else { return nil }
    return Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// The checkpoint of an edition with this key's signature.
  func signed(_ edition: VerifiedEdition) throws(PublicationProblem) -> Data {
    guard let bytes = bytes(), let key = SigningKey(bytes) else { throw .badKey(path) }
    guard (edition.manifest.keys ?? []).contains(key.verifying.base64) else { throw .otherKey(key.verifying.base64) }
    guard var note = edition.checkpoint.flatMap({ SignedNote(reading: $0) }), let checkpoint = Checkpoint(note.text)
    else { throw .brokenLog(Manifest.checkpoint) }
    note.signatures = []
    do { try note.sign(checkpoint.origin, with: key) } catch { throw .badKey(path) }
    return Data(note.bytes)
  }
}
