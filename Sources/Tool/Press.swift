import Diagnostics
import Foundation
import Handbook
import PDFFile
import Publishing

/// Prints jobs of an edition, as many at a time as there are cores, in a folder that is gone afterwards.
struct Press: Sendable {
  let chromium: Chromium
  let edition: Edition
  /// Told when a job begins: its PDF.
  let progress: @Sendable (String) -> Void

  /// A printed job: the finished PDF, how many sheets it has, and where everything is in it.
  struct Printed: Sendable {
    var job: PrintJob
    var bytes: [UInt8]
    var sheets: Int
    var pages: PageMap
  }

  /// How often a job is printed until its page numbers stand: they take room themselves.
  private static let passes = 5
  /// A4 lying on its long side, in points.
  private static let sheet = (width: 841.89, height: 595.28)

  /// In the order of the jobs.
  func print(_ jobs: [PrintJob]) async throws -> [Printed] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("onebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do { try lay(edition.files.filter { $0.path.hasPrefix("assets/") }, in: folder) } catch {
      throw PressProblem.unwritable(folder.path)
    }
    // The long ones begin, so that none runs alone at the end: those that are printed several times, then by their sheets.
    let lengths = jobs.map { $0.isNumbered ? Int.max : $0.sheets ?? 0 }
    var waiting = jobs.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }[...]
    return try await withThrowingTaskGroup(of: (Int, Printed).self) { group in
      func begin() {
        guard let index = waiting.popFirst() else { return }
        progress(jobs[index].pdf)
        group.addTask { (index, try await self.print(jobs[index], number: index, in: folder)) }
      }
      for _ in 0..<max(1, ProcessInfo.processInfo.activeProcessorCount) { begin() }
      var printed: [Int: Printed] = [:]
      while let (index, result) = try await group.next() {
        printed[index] = result
        begin()
      }
      return jobs.indices.compactMap { printed[$0] }
    }
  }

  /// Prints a job until its page numbers stand.
  private func print(_ job: PrintJob, number: Int, in folder: URL) async throws(PressProblem) -> Printed {
    var known: PageMap?
    for pass in 1...Press.passes {
      let page = job.page(known)
      let bytes = try await print(page, as: "job-\(number)-\(pass)", of: job, in: folder)
      do {
        let file = try PDFFile(bytes)
        let found = PageMap(try file.destinations(), order: page.anchors, count: file.pageCount)
        if !job.isNumbered || found == known { return try finished(file, job, found) }
        known = found
      } catch {
        throw .notPrinted(job.pdf, "\(error)")
      }
    }
    throw .unsettled(job.pdf, Press.passes)
  }

  /// What the browser makes of a page.
  private func print(
    _ page: PrintJob.Page, as name: String, of job: PrintJob, in folder: URL
  ) async throws(PressProblem) -> [UInt8] {
    let pdf = folder.appendingPathComponent(name + ".pdf")
    let profile = folder.appendingPathComponent(name)
    defer {
      try? FileManager.default.removeItem(at: profile)
      try? FileManager.default.removeItem(at: pdf)
    }
    do {
      try lay(page.files, in: folder)
      try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
      try await chromium.print(folder.appendingPathComponent(page.path), to: pdf, profile: profile)
      return Array(try Data(contentsOf: pdf))
    } catch let problem as ChromiumProblem {
      throw .notPrinted(job.pdf, problem.words)
    } catch {
      throw .unwritable(folder.path)
    }
  }

  private func finished(_ file: PDFFile, _ job: PrintJob, _ pages: PageMap) throws(PDFProblem) -> Printed {
    let book = edition.handbook
    let sheets = file.pageCount
    let result = job.isBooklet ? try file.booklet(sheet: Press.sheet) : file
    try result.describe(
      PDFDetails(
        title: job.title, language: job.language, author: job.author,
        subject: book.phrases.edition(book.edition, book.date), day: book.isoDate))
    return Printed(job: job, bytes: try result.bytes(), sheets: sheets, pages: pages)
  }

  private func lay(_ files: [OutputFile], in folder: URL) throws {
    for file in files {
      let url = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }
}

enum PressProblem: Error {
  /// The PDF, and the browser's words.
  case notPrinted(String, String)
  case unwritable(String)
  /// The PDF, and how often it was printed: its page numbers still changed.
  case unsettled(String, Int)

  var message: Message {
    switch self {
    case .notPrinted(let pdf, let words):
      Message(zh: "\(pdf) 没有印成：\(words)", en: "\(pdf) was not printed: \(words)")
    case .unsettled(let pdf, let passes):
      Message(
        zh: "\(pdf) 印了 \(passes) 遍，页码还在变，没有写出来",
        en: "\(pdf) was printed \(passes) times and its page numbers still change: it was not written")
    case .unwritable(let path): Message(zh: "写不进 \(path)", en: "cannot write to \(path)")
    }
  }
}
