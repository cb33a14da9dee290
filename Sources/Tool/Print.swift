public import ArgumentParser
public import Catalogue
import Diagnostics
import Foundation
import Handbook
import PDFFile
import Publishing

extension Printing.Kind: ExpressibleByArgument {}

struct Print: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "编成一版书，印成 PDF。Builds one edition and prints it.",
    discussion: """
      不指定就印 book.xml 的 <print> 里写的；指定了，只印指定的，同一版已经印好的留着。
      Prints what <print> in book.xml names; with options only that, and keeps what is printed of the same edition.
      """)

  @Argument(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @Option(name: [.short, .long], help: "写到哪里。Where to write.")
  var output = "output"

  @OptionGroup var state: EditionOptions

  @Option(
    name: .customLong("edition-kind"),
    help: "只印这一种，可以写几次。Only this kind; may be repeated.")
  var kinds: [Printing.Kind] = []

  @Option(help: "只印这个大厅的大厅版。Only the hall edition of this hall.")
  var hall: String?

  @Option(help: "小册子、海报、告知单只印这件事的。Only this scenario's booklet, poster and notices.")
  var scenario: String?

  func validate() throws {
    if hall != nil, kinds.contains(where: { $0 != .hall }) {
      throw ValidationError("--hall 只配 --edition-kind hall / --hall goes with --edition-kind hall only")
    }
    if scenario != nil, kinds.contains(where: { ![.booklet, .poster, .notice].contains($0) }) {
      throw ValidationError("--scenario 只配 booklet、poster、notice / goes with booklet, poster and notice only")
    }
    if scenario != nil, hall != nil {
      throw ValidationError("--scenario 和 --hall 只写一个 / either --scenario or --hall")
    }
  }

  func run() async throws {
    let terminal = Terminal()
    let assembly = try Assembly(catalogue, state, terminal)
    let edition = assembly.edition
    let jobs = try self.jobs(edition)
    let folder = EditionFolder(path: output)
    // What was printed of this very edition and is not printed anew stays.
    let kept =
      isPartial && folder.holds(edition.files.first { $0.path == "book.json" })
      ? folder.printed(edition.handbook.edition) : []
    guard let chromium = Chromium() else {
      try assembly.write(merged(edition.files, kept), to: folder, terminal)
      terminal.say(
        Message(
          zh:
            "没有印：这台机器上没有 Chromium。装上它：apt-get install chromium-headless-shell fonts-noto-cjk；或者用浏览器打开 \(output)/print.html 打印",
          en:
            "nothing was printed: there is no Chromium on this machine. Install it: apt-get install chromium-headless-shell fonts-noto-cjk; or open \(output)/print.html in a browser and print it there"
        ))
      throw ExitCode(1)
    }
    let press = Press(chromium: chromium, edition: edition) { pdf in
      Terminal().progress(Message(zh: "正在印 \(pdf)", en: "printing \(pdf)"))
    }
    let printed: [Press.Printed]
    do { printed = try await press.print(jobs) } catch let problem as PressProblem {
      terminal.progress(nil)
      terminal.say(problem.message)
      throw ExitCode(1)
    }
    terminal.progress(nil)
    let made = printed.map { OutputFile(path: $0.job.pdf, bytes: $0.bytes) }
    var files = merged(edition.files, kept)
    if let book = printed.first(where: { $0.job.kind == .book }) {
      // The kept e-book has the page numbers of the kept book.
      files = merged(files, [edition.pageRecord(book.pages)])
      do { files = merged(files, try edition.paged(book.pages)) } catch {
        terminal.say(Message(zh: "装不成 EPUB：\(error)", en: "the EPUB cannot be packed: \(error)"))
        throw ExitCode(1)
      }
    }
    try assembly.write(merged(files, made), to: folder, terminal)
    report(printed, terminal)
  }

  /// Files of the same name are those of the second list.
  private func merged(_ files: [OutputFile], _ newer: [OutputFile]) -> [OutputFile] {
    let names = Set(newer.map(\.path))
    return files.filter { !names.contains($0.path) } + newer
  }

  private var isPartial: Bool { !kinds.isEmpty || hall != nil || scenario != nil }

  private func jobs(_ edition: Edition) throws -> [PrintJob] {
    let printing = edition.handbook.printing
    if let hall, !printing.halls.contains(where: { $0.id == hall }) {
      let known = printing.halls.map(\.id).joined(separator: " ")
      throw ValidationError(
        "book.xml 的 <print halls> 里没有 \(hall)；有 \(known) / not in <print halls>: \(hall); there are \(known)")
    }
    if let scenario, !edition.handbook.scenarios.contains(where: { $0.id == scenario }) {
      throw ValidationError("没有 \(scenario) 这件事 / there is no scenario \(scenario)")
    }
    let wanted: [Printing.Kind] =
      if !kinds.isEmpty { kinds } else if hall != nil { [.hall] } else if scenario != nil {
        [.booklet, .poster, .notice]
      } else { printing.kinds }
    return edition.jobs(Printing.Kind.allCases.filter(wanted.contains)).filter { job in
      (hall == nil || job.subject == hall) && (scenario == nil || job.subject == scenario)
    }
  }

  /// A line a kind: how many files and sheets; a notice that did not fit its sheet is named.
  private func report(_ printed: [Press.Printed], _ terminal: Terminal) {
    if printed.isEmpty { terminal.say(Message(zh: "没有要印的", en: "there is nothing to print")) }
    for kind in Printing.Kind.allCases {
      let own = printed.filter { $0.job.kind == kind }
      guard let first = own.first else { continue }
      let sheets = own.reduce(0) { $0 + $1.sheets }
      let path = own.count == 1 ? first.job.pdf : "\(first.job.pdf.prefix { $0 != "/" })/"
      terminal.say(
        Message(
          zh: "\(output)/\(path)：\(own.count == 1 ? "" : "\(own.count) 份，")\(sheets) 页",
          en: "\(output)/\(path): \(own.count == 1 ? "" : "\(own.count) files, ")\(sheets) pages"))
    }
    for job in printed {
      guard let expected = job.job.sheets, job.sheets > expected else { continue }
      terminal.say(
        Message(
          zh: "\(job.job.pdf)：\(expected) 张共 \(job.sheets) 面，有的一面放不下，背面也印",
          en: "\(job.job.pdf): \(expected) sheets have \(job.sheets) sides; some need their back as well"))
    }
  }
}
