import ArgumentParser
import CanonicalJSON
import Diagnostics
import Editions
import Foundation
import Publishing

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "核对一版书：文件、变化记录、签名；纸上印的还算不算数。Checks an edition: its files, its log, its signature; and whether what is on paper still holds.",
    discussion: """
      0：都对，纸上的还是最新的；1：有不对的，或者纸上的已经变了、不认识。
      Ends with 0 when all is well and the paper is current; with 1 when something is wrong, or the paper has changed or is not known.
      """)

  @Argument(help: "书的文件夹，编好的、发布了的都行。The folder of a built or a published edition.")
  var folder = "output"

  @Option(help: "公钥，或者有公钥的文件；不写就用书里写的。The public key, or a file with it; else those that the edition names.")
  var key: String?

  @Option(help: "纸上二维码里的网址，或者 版次 页 记号。The address in a code on paper, or: EDITION PAGE MARK.")
  var stamp: String?

  func run() throws {
    let terminal = Terminal()
    var isSound = true
    func say(_ holds: Bool, _ zh: String, _ en: String) {
      isSound = isSound && holds
      terminal.print("\(holds ? "✓" : "✗") \(Message(zh: zh, en: en)[terminal.language])")
    }
    let url = URL(fileURLWithPath: folder)
    guard let data = FileManager.default.contents(atPath: url.appendingPathComponent(Manifest.path).path),
      let manifest = Manifest(json: data)
    else {
      terminal.report(FileProblem(.missing, folder + "/" + Manifest.path))
      throw ExitCode(64)
    }
    let altered = manifest.files.filter { !FileTree.holds($0, url.appendingPathComponent($0.path)) }
    say(
      altered.isEmpty,
      altered.isEmpty
        ? "\(manifest.edition) 版，\(manifest.files.count) 个文件都和清单一样"
        : "和清单不一样：\(altered.prefix(5).map(\.path).joined(separator: "、"))",
      altered.isEmpty
        ? "edition \(manifest.edition): \(manifest.files.count) files are as listed"
        : "not as listed: \(altered.prefix(5).map(\.path).joined(separator: ", "))")
    if let content = Verify.content(of: manifest, in: url) {
      terminal.print("  " + Message(zh: "内容校验码 \(content)", en: "content \(content)")[terminal.language])
    }
    do {
      let ledger = try BuiltEdition(folder: url, manifest: manifest).ledger()
      say(
        true, "变化记录 \(ledger.lastSequence) 条，一条接一条",
        "a log of \(ledger.lastSequence) events, each following on the one before")
      check(note(in: url), ledger, Array(data), manifest, say)
    } catch {
      let line = error.problem.map { $0.line }
      say(
        false, "变化记录在第 \(line.map(String.init) ?? "?") 条断了（\(error.path)）",
        "the log breaks at event \(line.map(String.init) ?? "?") (\(error.path))")
    }
    if let stamp {
      let answer = PaperStamp(stamp).flatMap { PaperAnswer($0, in: url, manifest) }
      guard let answer else {
        throw ValidationError("--stamp 写二维码里的网址，或者 版次 页 记号 / the address in the code, or EDITION PAGE MARK")
      }
      say(answer.isCurrent, answer.message.zh, answer.message.en)
    }
    if !isSound { throw ExitCode(1) }
  }

  private func check(
    _ note: SignedNote?, _ ledger: Ledger, _ record: [UInt8], _ manifest: Manifest,
    _ say: (Bool, String, String) -> Void
  ) {
    guard let note, let checkpoint = Checkpoint(note.text) else {
      return say(false, "没有 checkpoint，或者读不懂", "there is no readable checkpoint")
    }
    let agrees =
      checkpoint.lastSequence == ledger.lastSequence && checkpoint.head == ledger.head
      && checkpoint.manifest == Manifest.File(path: Manifest.path, bytes: record).sha256
    say(
      agrees, agrees ? "checkpoint 说的就是这些" : "checkpoint 说的是别的内容",
      agrees ? "the checkpoint vouches for just this" : "the checkpoint vouches for something else")
    let keys = (key.map { [$0] } ?? manifest.keys ?? []).compactMap(Verify.publicKey)
    if keys.isEmpty {
      // Nobody promised a signature; whoever asks for one by its key is told that there is none.
      return say(key == nil, "没有签名：book.xml 没有写公钥", "not signed: book.xml names no key")
    }
    let signer = keys.first { note.isSigned(by: checkpoint.origin, $0) }
    say(
      signer != nil, signer.map { "签名有效，钥匙的指纹 \($0.fingerprint)" } ?? "没有这把钥匙的有效签名",
      signer.map { "signed with the key \($0.fingerprint)" } ?? "no valid signature by this key")
  }

  /// The fingerprint of what the edition promises, as its imprint has it.
  private static func content(of manifest: Manifest, in folder: URL) -> String? {
    let path = folder.appendingPathComponent("editions/\(manifest.edition)/snapshot.json").path
    return FileManager.default.contents(atPath: path).flatMap { try? JSONValue(reading: $0) }.flatMap(Snapshot.init)?
      .shortFingerprint
  }

  private static func publicKey(_ text: String) -> VerifyingKey? {
    let content = FileManager.default.contents(atPath: text).flatMap { String(data: $0, encoding: .utf8) } ?? text
    return Data(base64Encoded: content.trimmingCharacters(in: .whitespacesAndNewlines)).flatMap { VerifyingKey($0) }
  }

  private func note(in folder: URL) -> SignedNote? {
    FileManager.default.contents(atPath: folder.appendingPathComponent(Manifest.checkpoint).path).flatMap {
      SignedNote(reading: $0)
    }
  }
}
