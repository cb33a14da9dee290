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

  @Option(
    name: .customLong("answer"), parsing: .upToNextOption,
    help: "回答，问题=选项，可以写多次。An answer, question=option; may be repeated.")
  var answers: [String] = []

  @Option(help: "从哪天开始 YYYY-MM-DD，算出哪天办完。The first day: the last is computed.")
  var start: String?

  @Flag(help: "输出 JSON。Print JSON.")
  var json = false

  func validate() throws {
    if let start, Day(start) == nil { throw ValidationError("--start \(start)：要写成 YYYY-MM-DD / must be YYYY-MM-DD") }
    for answer in answers where Answer(answer) == nil {
      throw ValidationError("--answer \(answer)：要写成 问题=选项 / must be question=option")
    }
  }

  /// `question=option`, or several options separated by `,` or `|`; nothing of it empty.
  private struct Answer {
    var question: String
    var options: [String]

    init?(_ text: String) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return nil }
      question = String(parts[0])
      options = parts[1].split(omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "|" })
        .map(String.init)
      if options.contains("") { return nil }
    }
  }

  func run() throws {
    let terminal = Terminal()
    let read = try terminal.read(catalogue)
    let errors = read.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty {
      terminal.report(errors, read.sources)
      throw ExitCode(1)
    }
    guard let found = read.catalogue.scenarios[scenario] else {
      throw unknown("没有一件事 / no scenario", scenario, among: Array(read.catalogue.scenarios.keys))
    }
    let situation = try situation(found)
    for impossible in found.impossible where impossible.when.resolved(in: situation) == .always {
      terminal.say(
        Message(zh: "这些回答不可能同时成立：\(impossible.reason)", en: "these answers contradict each other: \(impossible.reason)")
      )
      throw ExitCode(1)
    }
    guard let sheet = PlanSheet(read.catalogue, found, situation, start: start.flatMap(Day.init)) else { return }
    terminal.print(json ? sheet.json : sheet.text)
  }

  private func situation(_ scenario: Scenario) throws -> Situation {
    var situation = Situation()
    for answer in answers.compactMap(Answer.init) {
      guard let question = scenario.questions.first(where: { $0.id == answer.question }) else {
        throw unknown("没有问题 / no question", answer.question, among: scenario.questions.map(\.id))
      }
      for option in answer.options where question.option(option) == nil {
        throw unknown("'\(question.id)' 没有选项 / has no option", option, among: question.options.map(\.id))
      }
      situation.answers[question.id, default: []].formUnion(answer.options)
      if !question.many, (situation.answers[question.id]?.count ?? 0) > 1 {
        throw ValidationError("'\(question.id)' 只能选一个 / takes one answer")
      }
    }
    return situation
  }

  private func unknown(_ what: String, _ word: String, among candidates: [String]) -> ValidationError {
    let near = nearest(word, in: candidates.sorted()).map { "，您是不是想写 / did you mean '\($0)'?" }
    return ValidationError("\(what) '\(word)'\(near ?? "：\(candidates.sorted().joined(separator: ", "))")")
  }
}
