import ArgumentParser
import Diagnostics
import Foundation
import Publishing

struct Publish: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "把编好的一版发布到网站的文件夹。Puts a built edition onto a portal's document root.",
    discussion: """
      读者看到的不是旧的一版就是新的一版，不会混着；往期留在 editions/ 里。
      A reader sees the one edition or the other, never a mix; former ones stay under editions/.
      """)

  enum Server: String, ExpressibleByArgument, CaseIterable { case nginx, apache }

  @Argument(help: "网站放这本书的文件夹。The portal's folder for the book.")
  var target: String

  @Option(help: "编好的书在哪里。Where the built edition is.")
  var from = "output"

  @Option(help: "往期留几版全本；更早的只留记录。How many former editions are kept whole; of older ones the records.")
  var keep = 2

  @Flag(name: .customLong("no-hub"), help: "不告诉中转站，留到下一次。Does not tell the hub; it is told the next time.")
  var noHub = false

  @Option(help: "中转站一次等几秒。Seconds to wait for one answer of the hub.")
  var hubTimeout = 10

  @Option(help: "只打印服务器配置，什么都不动。Prints a server's configuration and touches nothing: nginx or apache.")
  var config: Server?

  @Option(help: "台账在哪个目录里。The catalogue whose ledger is kept.")
  var catalogue = "services"

  @Flag(help: "第一次发布：从此开始记台账。The first publication: the ledger begins.")
  var first = false

  @Flag(name: .customLong("roll-back"), help: "退回旧的一版，台账不动。Goes back to an older edition; the ledger stays.")
  var rollBack = false

  @Option(help: "签名的钥匙。The key to sign with.")
  var key: String?

  @Flag(help: "只看会怎样，什么都不动。Says what would happen and touches nothing.")
  var dryRun = false

  func validate() throws {
    if target.isEmpty { throw ValidationError("没有写发布到哪里 / the target is empty") }
    if first, rollBack { throw ValidationError("--first 和 --roll-back 只写一个 / either --first or --roll-back") }
    if keep < 0 { throw ValidationError("--keep 不能小于 0 / must not be below 0") }
    if !(1...60).contains(hubTimeout) { throw ValidationError("--hub-timeout 写 1 到 60 / must be 1 to 60") }
  }

  func run() throws {
    let terminal = Terminal()
    do {
      let edition = try VerifiedEdition(path: from)
      if let config { return try print(config, edition.manifest, terminal) }
      try publish(signed(edition, terminal), terminal)
    } catch let problem as PublicationProblem {
      terminal.say(Message(zh: "没有发布：\(problem.message.zh)", en: "nothing was published: \(problem.message.en)"))
      throw ExitCode(1)
    } catch let problem as HistoryProblem {
      terminal.report(problem)
      throw ExitCode(1)
    } catch let problem as FileProblem {
      terminal.report(problem)
      throw ExitCode(1)
    }
  }

  /// Verified, then composed, then seen; what was seen is told, which may take its time and holds up nobody.
  private func publish(_ edition: VerifiedEdition, _ terminal: Terminal) throws {
    let swap = FolderSwap(path: target)
    try refuseNested(edition, swap)
    let next = try replaced(swap, by: edition, terminal)
    try tell(next, of: edition, at: swap, terminal)
  }

  /// What stands there afterwards.
  private func replaced(_ swap: FolderSwap, by edition: VerifiedEdition, _ terminal: Terminal) throws -> Portal {
    // What is published is for everybody, however private the publisher's other files are.
    umask(0o022)
    let locks = dryRun ? [] : try alone(swap, terminal)
    defer { withExtendedLifetime(locks) {} }
    if !dryRun { swap.restore() }
    let folder = try PublishedFolder(swap, path: target)
    let recording = try Recording(
      edition, catalogue: catalogue, first: first, rollBack: rollBack, at: folder.portal == nil ? nil : swap.target)
    let next = Portal.publishing(
      edition.manifest, at: folder.portal, keeping: recording.removesText ? 0 : keep)
    if !dryRun {
      try recording.record()
      try folder.replace(with: next, from: edition)
    }
    report(folder, next, terminal)
    terminal.say(recording.message(dryRun: dryRun))
    if recording.removesText {
      terminal.say(
        Message(
          zh: "往期的网页没有留：里面有这次删去的内容",
          en: "the pages of former editions are not kept: they have the text that is removed now"))
    }
    return next
  }

  /// Nobody else publishes here, and nobody from this catalogue: each would lose what the other adds to the ledger.
  private func alone(_ swap: FolderSwap, _ terminal: Terminal) throws(FileProblem) -> [FileHandle] {
    func busy() { terminal.say(Message(zh: "别人正在这里发布，等一等", en: "somebody else is publishing here; waiting")) }
    let ledger = FolderSwap(path: HistoryFolder(catalogue: catalogue).folder.path)
    let here = try swap.alone(busy)
    // What is locked is the folder above; without a catalogue there is nothing to lose.
    guard ledger.isBesides(swap), FileManager.default.fileExists(atPath: catalogue) else { return [here] }
    return [here, try ledger.alone(busy)]
  }

  private func refuseNested(_ edition: VerifiedEdition, _ swap: FolderSwap) throws(PublicationProblem) {
    let (one, other) = (edition.folder.path + "/", swap.target.path + "/")
    if one.hasPrefix(other) || other.hasPrefix(one) { throw .nested(target) }
  }

  /// With a signature over where its log stands and over its manifest.
  private func signed(_ edition: VerifiedEdition, _ terminal: Terminal) throws(PublicationProblem) -> VerifiedEdition {
    guard let key else {
      if edition.lacksSignature {
        terminal.say(
          Message(
            zh: "提醒：book.xml 写了公钥，这一版没有签名；签名用 --key",
            en: "warning: book.xml names a key and this edition is not signed; --key signs it"))
      }
      return edition
    }
    var edition = edition
    edition.checkpoint = try KeyFile(path: key).signed(edition)
    return edition
  }

  private func report(_ folder: PublishedFolder, _ next: Portal, _ terminal: Terminal) {
    let id = next.current.edition
    let (new, changed, gone, same) = folder.changes(to: next.current)
    terminal.say(
      Message(
        zh: "\(dryRun ? "会发布" : "已发布") \(id) 版 → \(target)：新 \(new) 个文件，改 \(changed) 个，去掉 \(gone) 个，没变 \(same) 个",
        en:
          "\(dryRun ? "would publish" : "published") edition \(id) → \(target): \(new) new files, \(changed) changed, \(gone) gone, \(same) unchanged"
      ))
    for edition in folder.damaged {
      terminal.say(
        Message(
          zh: "提醒：那里的 \(edition) 版被人改过，不作全本留下",
          en: "warning: edition \(edition) was altered there, so it is not kept whole"))
    }
    guard !next.former.isEmpty else { return }
    let whole = next.former.filter(\.isWhole).map(\.manifest.edition)
    let records = next.former.filter { !$0.isWhole }.map(\.manifest.edition)
    terminal.say(
      Message(
        zh:
          "往期：全本 \(whole.isEmpty ? "无" : whole.joined(separator: "、"))；只留记录 \(records.isEmpty ? "无" : records.joined(separator: "、"))",
        en:
          "former editions: whole \(whole.isEmpty ? "none" : whole.joined(separator: ", ")); records only \(records.isEmpty ? "none" : records.joined(separator: ", "))"
      ))
  }

  /// A dead hub spoils nothing: what it was not told waits in the target.
  private func tell(
    _ portal: Portal, of edition: VerifiedEdition, at swap: FolderSwap, _ terminal: Terminal
  ) throws(FileProblem) {
    guard let address = portal.current.hub, !portal.waiting.isEmpty else { return }
    guard let base = portal.current.base else {
      return terminal.say(
        Message(
          zh: "提醒：book.xml 没有写 base，中转站 \(address) 没法告诉",
          en: "warning: book.xml states no base, so the hub \(address) cannot be told"))
    }
    guard !dryRun else {
      return terminal.say(
        Message(
          zh: "会告诉中转站 \(address)：\(portal.waiting.joined(separator: "、"))",
          en: "would tell the hub \(address) of \(portal.waiting.joined(separator: ", "))"))
    }
    guard !noHub else {
      return terminal.say(
        Message(
          zh: "中转站 \(address)：\(portal.waiting.count) 个消息源留到下一次告诉",
          en: "hub \(address): \(portal.waiting.count) topics wait for the next time"))
    }
    terminal.progress(Message(zh: "正在告诉中转站", en: "telling the hub"))
    let report = Hub(address: address, limit: hubTimeout).tell(portal.waiting, base: base)
    terminal.progress(nil)
    var left = portal
    left.waiting = report.waiting.map(\.topic)
    try PublishedFolder.note(left, of: edition, in: swap)
    terminal.say(
      Message(
        zh: "中转站 \(address)：告诉了 \(report.told.count) 个消息源", en: "hub \(address): told of \(report.told.count) topics"))
    guard let first = report.waiting.first else { return }
    let others = report.waiting.count - 1
    terminal.say(
      Message(
        zh: "提醒：\(report.waiting.count) 个没有告诉成（\(first.topic)\(others > 0 ? " 等" : "")：\(first.why.zh)）；书已经发布，下次发布再告诉",
        en:
          "warning: \(report.waiting.count) not told (\(first.topic)\(others > 0 ? " and others" : ""): \(first.why.en)); the edition stands, and the next publication tells them"
      ))
  }

  private func print(_ server: Server, _ manifest: Manifest, _ terminal: Terminal) throws {
    let folder = URL(fileURLWithPath: target).standardizedFileURL.path
    do {
      let rules = try ServerRules(manifest, folder: folder)
      let text = server == .nginx ? NginxSnippet(rules).text : ApacheSnippet(rules).text
      terminal.write(Array(text.utf8))
    } catch {
      let message =
        switch error {
        case .folder(let folder):
          Message(
            zh: "'\(folder)' 里有引号、$、% 之类的字符，服务器配置里写不了；换一个文件夹",
            en:
              "'\(folder)' has quotes, $, % or the like, which a server's configuration cannot carry; take another folder"
          )
        case .base(let base):
          Message(
            zh: "base '\(base)' 里有字母、数字、- _ ~ . / 以外的字符，服务器配置里写不了",
            en:
              "base '\(base)' has more than letters, digits, - _ ~ . and /, which a server's configuration cannot carry"
          )
        }
      terminal.say(message)
      throw ExitCode(1)
    }
  }
}
