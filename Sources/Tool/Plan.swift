import ArgumentParser
import Catalogue
import Consolidation
import Diagnostics
import Foundation
import Handbook

struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "一件事在一种情形下怎么办。One plan, in the terminal.",
    discussion: "没有回答的问题不作假设：取决于它的材料写明条件，取决于它的事项不算在内。Questions left open are not guessed.")

  @Argument(help: "一件事的编号，例如 new-car。The scenario's id.")
  var scenario: String

  @Option(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @OptionGroup var answers: Answers

  @Option(help: "从哪天开始 YYYY-MM-DD，算出哪天办完。The first day: the last is computed.")
  var start: String?

  @Flag(help: "输出 JSON。Print JSON.")
  var json = false

  func validate() throws {
    if let start, Day(start) == nil { throw ValidationError("--start \(start)：要写成 YYYY-MM-DD / must be YYYY-MM-DD") }
  }

  func run() throws {
    let terminal = Terminal()
    let read = try terminal.read(catalogue)
    try terminal.refuseErrors(read)
    let found = try read.catalogue.scenario(named: scenario)
    let situation = try answers.situation(found, terminal)
    guard let sheet = PlanSheet(read.catalogue, found, situation, start: start.flatMap(Day.init)) else { return }
    terminal.print(json ? sheet.json : sheet.text)
    if !sheet.blocked.isEmpty { throw ExitCode(1) }
  }
}
