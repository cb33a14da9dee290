import ArgumentParser
import Catalogue
import Consolidation
import Diagnostics
import Handbook

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "清单上的一条为什么是这样。Why a line of a scenario is as it is.",
    discussion:
      """
      写材料的名称、编号，事项的一条（事项/编号），或者收费、步骤；不写就列出全部。
      Name a paper, an item's line (item/requirement), a charge or a step; without a line, all are listed.
      """)

  @Argument(help: "一件事的编号，例如 new-car。The scenario's id.")
  var scenario: String

  @Argument(help: "哪一条，例如 居民身份证。The line.")
  var line: String?

  @Option(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @OptionGroup var answers: Answers

  func run() throws {
    let terminal = Terminal()
    let read = try terminal.read(catalogue)
    try terminal.refuseErrors(read)
    let found = try read.catalogue.scenario(named: scenario)
    let situation = answers.isEmpty ? nil : try answers.situation(found, terminal)
    guard let sheet = WhySheet(read.catalogue, found, in: situation, sources: read.sources) else { return }
    guard let line else { return terminal.print(sheet.list) }
    let records = sheet.matching(line)
    guard !records.isEmpty else {
      throw unknown("没有这一条 / no such line", line, among: sheet.candidates, listing: false)
    }
    terminal.print(records.map(sheet.text).joined(separator: "\n\n"))
  }
}
