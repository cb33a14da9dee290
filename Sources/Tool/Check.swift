import ArgumentParser
import Catalogue
import Diagnostics
import Proofreading

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "检查目录，不写任何东西。Checks a catalogue and writes nothing.",
    discussion: "json、sarif 写到标准输出。json and sarif go to standard output.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, short, json, sarif }

  @Argument(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @Option(help: "怎么报。How to report: text, short (one line a problem), json, sarif.")
  var format = Format.text

  @Flag(help: "每个问题一行，同 --format short。One line a problem, as --format short.")
  var short = false

  @Flag(help: "逐个事项列出要素，缺哪些。Lists each item's elements of a guide, and what is missing.")
  var items = false

  func run() throws {
    let terminal = Terminal()
    let read = try terminal.read(catalogue)
    let examination = try Examination(read, terminal.history(of: catalogue), terminal)
    let judgement = examination.judgement
    switch short && format == .text ? .short : format {
    case .text:
      terminal.report(judgement.standing, read.sources)
      let table = CompletenessTable(examination.proofs.completeness, language: terminal.language)
      terminal.printError(items ? table.items : table.agencies)
    case .short: terminal.report(judgement.standing, read.sources, format: .short)
    case .json: try terminal.write(report(examination, terminal).json())
    case .sarif:
      let rules = DiagnosticPage.all.map { ($0.id, $0.summary(in: terminal.language)) }
      try terminal.write(
        report(examination, terminal).sarif(
          version: Onebook.version, rules: Dictionary(rules, uniquingKeysWith: { first, _ in first })))
    }
    let tally = Tally(judgement.standing)
    terminal.say(tally.summary(ofFiles: read.sources.count, accepted: judgement.accepted.count))
    if tally.problems > 0 { throw ExitCode(1) }
  }

  private func report(_ examination: Examination, _ terminal: Terminal) -> Report {
    Report(
      examination.judgement, proofs: examination.proofs, sources: examination.read.sources,
      language: terminal.language)
  }
}

extension Terminal {
  /// Reads a catalogue, or says what is wrong with its folder and ends.
  func read(_ path: String, on date: Day? = nil) throws -> ReadCatalogue {
    do {
      return Catalogue.read(try CatalogueFolder(path: path).files(), on: date)
    } catch {
      report(error)
      throw ExitCode(64)
    }
  }
}
