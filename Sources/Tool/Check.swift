import ArgumentParser
import Catalogue
import Consolidation
import Diagnostics

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "检查目录，不写任何东西。Checks a catalogue and writes nothing.")

  @Argument(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @Flag(help: "每个问题一行。One line a problem.")
  var short = false

  func run() throws {
    let terminal = Terminal()
    let read = try terminal.read(catalogue)
    terminal.progress(Message(zh: "正在合并", en: "merging"))
    let diagnostics = read.diagnostics + Surveys(read.catalogue, besides: read.diagnostics).diagnostics
    terminal.progress(nil)
    terminal.report(diagnostics.inReadingOrder(), read.sources, format: short ? .short : .full)
    let tally = Tally(diagnostics)
    terminal.say(tally.summary(ofFiles: read.sources.count))
    if tally.problems > 0 { throw ExitCode(1) }
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
