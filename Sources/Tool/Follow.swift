import ArgumentParser
import CanonicalJSON
import Diagnostics
import Editions
import Foundation
import Publishing

struct Follow: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "像订阅的人那样读变化记录：每条一次，一条不漏。Reads the log as a subscriber does: each event once, none missed.",
    discussion: """
      新的消息打印到标准输出，一行一条 JSON；读到哪里记在 --state 里。看不懂的、过期的、演练的只留着，不推送，写到标准错误。
      New events go to standard output, a line of JSON each; --state keeps how far it was read. What is not known, expired or a test is kept and not pushed, and named on standard error.
      """)

  @Argument(help: "发布了的书的文件夹。The folder of a published edition.")
  var folder: String

  @Option(help: "记读到哪里的文件。The file that keeps how far it was read.")
  var state: String

  @Option(help: "只要这个主题的，可以写几次。Only this topic; may be repeated.")
  var topic: [String] = []

  @Option(help: "现在是什么时候，YYYY-MM-DDThh:mm:ss+08:00；不写，什么都不算过期。What time it is; without it nothing expires.")
  var now: String?

  func run() throws {
    let terminal = Terminal()
    let url = URL(fileURLWithPath: folder)
    guard let data = FileManager.default.contents(atPath: url.appendingPathComponent(Manifest.path).path),
      let manifest = Manifest(json: data)
    else {
      terminal.report(FileProblem(.missing, folder + "/" + Manifest.path))
      throw ExitCode(64)
    }
    var follower = Follower()
    if let kept = FileManager.default.contents(atPath: state) {
      guard let json = try? JSONValue(reading: kept), let known = Follower(json) else {
        throw ValidationError("--state \(state)：不是 onebook follow 记的 / was not kept by onebook follow")
      }
      follower = known
    }
    let built = BuiltEdition(folder: url, manifest: manifest)
    let live =
      FileManager.default.contents(atPath: url.appendingPathComponent("feed.json").path)
      .flatMap { try? JSONValue(reading: $0) }?["items"]?.elements ?? []
    let taken: [(item: JSONValue, verdict: Follower.Verdict)]
    do { taken = try follower.take(live, now: now) { (try? built.ledger().items) ?? [] } } catch {
      let message =
        switch error {
        case .gap(let number): Message(zh: "第 \(number) 条哪里都没有", en: "event \(number) is nowhere to be found")
        case .chain(let number):
          Message(zh: "第 \(number) 条和前一条接不上", en: "event \(number) does not follow the one before it")
        case .altered(let number): Message(zh: "第 \(number) 条被改过", en: "event \(number) was altered")
        }
      terminal.printError("\(folder): error: \(message[terminal.language])")
      throw ExitCode(1)
    }
    for (item, verdict) in taken {
      let topics = (item["tags"]?.elements ?? []).compactMap(\.text)
      guard topic.isEmpty || topic.contains(where: topics.contains) else { continue }
      switch verdict {
      case .tell: try terminal.print(String(decoding: item.canonical(), as: UTF8.self))
      case .keep(let reason): terminal.printError("\(item["id"]?.text ?? ""): \(reason.rawValue)")
      }
    }
    do { try Data(follower.json.readable()).write(to: URL(fileURLWithPath: state), options: .atomic) } catch {
      terminal.report(FileProblem(.unwritable, state))
      throw ExitCode(1)
    }
  }
}
