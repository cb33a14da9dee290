import Catalogue
import Consolidation
import Foundation
import Handbook
import Markup
import Testing

@testable import Publishing

@Suite struct `One-time notices` {
  private static let book = RealBook.handbook

  @Test func `every situation of every scenario has its sheet, and it tells that situation's own plan`() throws {
    let book = try #require(Self.book)
    for set in book.notices {
      let survey = try #require(RealBook.surveys.all[set.scenario.id])
      let questions = try #require(book.scenarios.first { $0.id == set.scenario.id }).questions
      for (plan, situation) in zip(survey.plans, survey.space.situations) {
        let notice = leaf(set.tree, situation, questions, book).map { set.notices[$0] }
        let expected = Set(plan.bring.flatMap(\.alternatives).flatMap(\.self).map(\.evidence))
        let told = Set(
          notice?.bring.flatMap(\.lines).flatMap { line in
            (line.pick?.of.flatMap(\.self) ?? line.alternatives.flatMap(\.papers)).map(\.id)
          } ?? [])
        if expected != told {
          Issue.record("\(set.scenario.id) \(situation.answers): the plan asks for \(expected), the sheet for \(told)")
          return
        }
        let trips = notice?.way.filter { $0.kind == .trip }.count ?? 0
        #expect(trips == plan.trips.count, "\(set.scenario.id) \(situation.answers)")
      }
    }
  }

  /// Follows the answers down the tree by their words, as a reader does.
  private func leaf(
    _ tree: NoticeTree, _ situation: Situation, _ questions: [ScenarioChapter.Question], _ book: Handbook
  ) -> Int? {
    switch tree {
    case .notice(let index): return index
    case .nothing: return nil
    case .question(let ask, let branches):
      guard let question = questions.first(where: { $0.ask == ask }) else { return nil }
      let chosen = question.options.filter { situation.answers[question.id]?.contains($0.id) == true }.map(\.text)
      let answer = chosen.joined(separator: book.phrases.separator)
      // Answers that are one branch are joined by a word that an answer may have in it.
      let or = book.phrases.optionOr
      let branch = branches.first { (or + $0.answer + or).contains(or + answer + or) }
      return branch.flatMap { leaf($0.then, situation, questions, book) }
    }
  }

  @Test func `two sheets of one scenario never say the same, and each has a name of its own`() throws {
    let book = try #require(Self.book)
    for set in book.notices {
      let names = set.notices.map(set.name)
      #expect(Set(names).count == names.count, "\(set.scenario.id)")
      let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-_.")
      #expect(names.allSatisfy { $0.allSatisfy(allowed.contains) && $0.utf8.count < 200 }, "\(set.scenario.id)")
    }
    #expect(book.notices.map(\.notices.count).reduce(0, +) > 500)
  }

  @Test func `a sheet prints every paper, every stop and the form that both sign`() throws {
    let book = try #require(Self.book)
    let addresses = Addresses(book, marks: ["scenario/used-car.html": "0123456789"])
    let set = try #require(book.notices.first { $0.scenario.id == "used-car" })
    let notice = try #require(set.notices.max { $0.bring.flatMap(\.lines).count < $1.bring.flatMap(\.lines).count })
    let text = NoticeSheet(book: book, set: set, addresses: addresses).markup(notice).string
    for line in notice.bring.flatMap(\.lines) {
      #expect(text.contains("<span class=\"name\">\(line.name(book.phrases))</span>"), "\(line.name(book.phrases))")
    }
    #expect(text.components(separatedBy: "<span class=\"box\">").count - 1 == notice.bring.flatMap(\.lines).count)
    for paper in notice.spared.flatMap(\.papers) { #expect(text.contains(paper)) }
    for words in notice.situation { #expect(text.contains(words)) }
    for phrase in [
      book.phrases.missingPapers, book.phrases.clerk, book.phrases.applicant, book.phrases.toldAtOnce,
      book.phrases.checkedLegend,
      book.phrases.edition(book.edition, book.date), book.phrases.sample, "https://example.org/yibentong/",
    ] { #expect(text.contains(phrase), "\(phrase)") }
    #expect(!text.contains("&lt;"))
  }

  @Test func `what was not read in its source carries its mark on the sheet`() throws {
    let book = try #require(Self.book)
    let addresses = Addresses(book, marks: [:])
    for set in book.notices {
      guard let notice = set.notices.first else { continue }
      let marks =
        notice.bring.flatMap(\.lines).flatMap { [$0.sources.mark] + $0.notes.map(\.sentence.mark) }
        + notice.spared.map(\.mark) + notice.way.flatMap(\.steps).map(\.mark) + notice.fees.lines.map(\.mark)
        + (notice.deadlines + notice.pitfalls).map(\.mark)
      let text = NoticeSheet(book: book, set: set, addresses: addresses).markup(notice).string
      let printed = text.components(separatedBy: "<small class=\"sure\">").count - 1
      #expect(printed == marks.compactMap { $0 }.count, "\(set.scenario.id)")
    }
  }

  @Test func `a line ends without a full stop, for lines run on where room is short`() throws {
    let book = try #require(Self.book)
    let lines = book.notices.flatMap(\.notices).flatMap { $0.deadlines + $0.pitfalls }.map(\.text)
    #expect(lines.count > 1000)
    let stopped = Set(lines.filter { $0.hasSuffix("。") })
    #expect(stopped == [])
  }
}
