import Diagnostics
import Foundation

/// What the program says to the person: in their language, to the right stream, coloured only on a terminal.
struct Terminal {
  var language: Language

  /// Chinese unless the environment's locale is set to another language.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let locale = ["ONEBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first {
      !$0.isEmpty
    }
    language = locale.map { $0.hasPrefix("zh") } == true ? .chinese : .english
  }

  static var errorIsTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  func print(_ text: String) { Swift.print(text) }

  /// A whole document to standard output.
  func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  func printError(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// What is being done, on one line that the next replaces. Nothing where nobody watches: in a pipe or a log.
  func progress(_ message: Message?) {
    guard Terminal.errorIsTerminal else { return }
    let text = message.map { $0[language] + " …" } ?? ""
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  func say(_ message: Message) { printError(message[language]) }

  func report(_ diagnostics: [Diagnostic], _ sources: [SourceText], format: ConsoleReport.Format = .full) {
    let report = ConsoleReport(
      sources: sources, language: language, format: format, colour: Terminal.errorIsTerminal)
    FileHandle.standardError.write(Data(report.text(diagnostics).utf8))
  }

  func report(_ problem: FileProblem) {
    let message =
      switch problem.kind {
      case .missing: Message(zh: "没有这个文件夹", en: "there is no such folder")
      case .notAFolder: Message(zh: "不是文件夹", en: "this is not a folder")
      case .unreadable: Message(zh: "读不出来", en: "this cannot be read")
      case .notAFile:
        Message(zh: "不是普通文件；目录里只读普通文件，不读链接", en: "this is no regular file; links and devices are not read")
      case .noFiles: Message(zh: "文件夹里没有 .xml 文件", en: "the folder holds no .xml files")
      case .unwritable: Message(zh: "写不进去", en: "this cannot be written")
      case .mounted:
        Message(
          zh: "这里是挂载点，整个换不了，什么都没有动；请发布到它下面的文件夹，或者挂载它的上一级",
          en:
            "something is mounted here, so it cannot be replaced as a whole; nothing was changed: publish to a folder below it, or mount the folder above"
        )
      case .published:
        Message(
          zh: "这里是发布出去的书，还有往期；没有动它。请编到别处，再用 onebook publish 发布",
          en:
            "this is a published book with its former editions; it was left alone: build elsewhere, then onebook publish"
        )
      case .inTheWay:
        Message(
          zh: "这里已有别的东西，不是本程序写的一版；没有动它", en: "something else stands here that onebook did not write; it was left alone")
      }
    printError("\(problem.path): error: \(message[language])")
  }
}
