import ArgumentParser
import Catalogue
import Handbook
import Proofreading

struct SendableMessage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "message",
    abstract: "一件事的一个阶段，该给办事人发什么。What to send at one stage of a case.",
    discussion:
      """
      案件只用一个看不出是谁的编号；编号不进任何输出。缺什么会说，缺的地方印“未提供”，先不要发。
      The case's reference is never in what is printed. What is lacking is named; do not send it then.
      """)

  @Argument(help: "一件事的编号，例如 used-car。The scenario's id.")
  var scenario: String

  @Argument(help: "阶段 B1 到 A5。The stage.")
  var stage: String

  @Option(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @Option(name: .customLong("case"), help: "案件编号，看不出是谁的。An opaque reference.")
  var reference: String

  @Option(help: "什么时候，例如 2026-12-01T09:30+08:00。When it happened.")
  var at: String

  @OptionGroup var answers: Answers

  @Option(
    name: .customLong("set"), parsing: .upToNextOption,
    help: "count=3 date=2026-12-01 guide=事项 office=机构 counter=窗口。What else is known of the case.")
  var settings: [String] = []

  @Option(help: "只要一个渠道：lock title body sms wechat board voice。One channel only.", transform: channelNamed)
  var channel: MessageChannel?

  @Flag(help: "输出 JSON。Print JSON.")
  var json = false

  func validate() throws {
    if Moment(at) == nil {
      throw ValidationError("--at：要写成 2026-12-01T09:30+08:00 / must be like 2026-12-01T09:30+08:00")
    }
    for setting in settings where setting.split(separator: "=", omittingEmptySubsequences: false).count != 2 {
      throw ValidationError("--set：要写成 名称=值 / must be name=value")
    }
    if reference.isEmpty { throw ValidationError("--case 不能是空的 / must not be empty") }
    if !PersonalNumber.all(in: Array(reference.utf8)).isEmpty {
      throw ValidationError("--case：像是一个人的号码；换一个看不出是谁的编号 / looks like the number of a person: use an opaque one")
    }
  }

  func run() throws {
    let terminal = Terminal()
    let read = try terminal.read(catalogue)
    try terminal.refuseErrors(read)
    let found = try read.catalogue.scenario(named: scenario)
    let situation = try answers.situation(found, terminal)
    let stages = read.catalogue.messagePlan?.stages.map(\.code) ?? []
    guard let code = stages.first(where: { $0.rawValue == stage }), let moment = Moment(at) else {
      throw unknown("没有阶段 / no stage", stage, among: stages.map(\.rawValue))
    }
    let settings = try settings(read.catalogue, found)
    guard let sheet = MessageSheet(read.catalogue, found, code, situation, at: moment, settings) else { return }
    if json { terminal.print(sheet.json) } else { terminal.print(channel.map(sheet.said) ?? sheet.shown) }
    guard !sheet.isComplete else { return }
    if channel != nil, !json { terminal.printError(sheet.lacking) }
    throw ExitCode(1)
  }

  private func settings(_ catalogue: Catalogue, _ scenario: Scenario) throws -> MessageSettings {
    let pairs = settings.map { setting in
      let parts = setting.split(separator: "=", omittingEmptySubsequences: false)
      return (name: String(parts[0]), value: String(parts[1]))
    }
    do { return try MessageSettings(pairs, catalogue, scenario) } catch {
      switch error {
      case .personal(let name):
        throw ValidationError("--set \(name)：像是一个人的号码，不收 / looks like the number of a person: refused")
      case .unknown(let name, let names): throw unknown("--set 没有 / has no", name, among: names)
      case .notAmong(let name, let ids):
        throw ValidationError("--set \(name)：只能是 / must be one of \(ids.joined(separator: ", "))")
      case .noDay(let name): throw ValidationError("--set \(name)：要写成 YYYY-MM-DD / must be YYYY-MM-DD")
      case .noCount(let name): throw ValidationError("--set \(name)：要写 1 到 99 / must be 1 to 99")
      }
    }
  }
}

/// A channel by its name on the command line.
private func channelNamed(_ name: String) throws -> MessageChannel {
  guard let channel = MessageChannel(rawValue: name) else {
    throw unknown("没有渠道 / no channel", name, among: MessageChannel.allCases.map(\.rawValue))
  }
  return channel
}
