import ArgumentParser
import Catalogue
import Diagnostics

/// Answers to a scenario's questions, as given on the command line.
struct Answers: ParsableArguments {
  @Option(
    name: .customLong("answer"), parsing: .upToNextOption,
    help: "回答，问题=选项，可以写多次。An answer, question=option; may be repeated.")
  var answers: [String] = []

  var isEmpty: Bool { answers.isEmpty }

  func validate() throws {
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

  /// What was answered; ends the command where the answers name nothing or contradict each other.
  func situation(_ scenario: Scenario, _ terminal: Terminal) throws -> Situation {
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
    for impossible in scenario.impossible where impossible.when.resolved(in: situation) == .always {
      terminal.say(
        Message(zh: "这些回答不可能同时成立：\(impossible.reason)", en: "these answers contradict each other: \(impossible.reason)")
      )
      throw ExitCode(1)
    }
    return situation
  }
}

extension Catalogue {
  func scenario(named id: String) throws -> Scenario {
    guard let found = scenarios[id] else {
      throw unknown("没有一件事 / no scenario", id, among: Array(scenarios.keys))
    }
    return found
  }
}

extension Terminal {
  /// Ends the command when the catalogue has errors that nothing can be said over.
  func refuseErrors(_ read: ReadCatalogue) throws {
    guard !read.isBearable else { return }
    report(read.diagnostics.filter { $0.severity == .error }, read.sources)
    throw ExitCode(1)
  }
}

/// A word that names nothing, with the nearest that does, or all of them.
func unknown(_ what: String, _ word: String, among candidates: [String], listing: Bool = true) -> ValidationError {
  let near = nearest(word, in: candidates.sorted()).map { "，您是不是想写 / did you mean '\($0)'?" }
  let all = listing ? "：\(candidates.sorted().joined(separator: ", "))" : ""
  return ValidationError("\(what) '\(word)'\(near ?? all)")
}
