import Handbook
import Markup

extension Surface {
  /// The disclosure catalogue in the columns of the form. Narrow screens show each row as a card; it stays a table.
  func body(_ chapter: DisclosureChapter, _ book: Handbook) -> Markup {
    let phrases = book.phrases
    let apart: Markup? =
      chapter.apart.isEmpty
      ? nil
      : "<p class=\"note\">\(phrases.disclosureApart)\(chapter.apart.map { anchor(to: $0) }.joined(separator: "\(phrases.separator)"))</p>\n"
    return """
      <p class="download"><a href="\(link(page: "catalogue.csv"))">\(phrases.disclosureTable)</a></p>
      <table class="form">
      <caption class="hidden">\(phrases.disclosure)</caption>
      \(head(phrases))<tbody>
      \(chapter.rows.map { row($0, phrases) })</tbody>
      </table>
      \(apart)<p class="note legend">\(phrases.checkedLegend)\(phrases.sampleLegend)</p>
      \(chapter.guideline.map { body($0, phrases) })
      """
  }

  private func head(_ phrases: Phrases) -> Markup {
    let after: [String] = [
      phrases.columnContents, phrases.columnBasis, phrases.columnLimit, phrases.columnBody, phrases.columnChannels,
      phrases.columnAudience, phrases.columnManner, phrases.columnLevel,
    ]
    return """
      <thead>
      <tr>
      <th scope="col" rowspan="2" class="number">\(phrases.columnNumber)</th>
      <th scope="colgroup" colspan="2">\(phrases.columnMatter)</th>
      \(after.map { "<th scope=\"col\" rowspan=\"2\">\($0)</th>\n" })</tr>
      <tr>
      <th scope="col">\(phrases.columnFirstLevel)</th>
      <th scope="col">\(phrases.columnSecondLevel)</th>
      </tr>
      </thead>

      """
  }

  private func row(_ row: DisclosureChapter.Row, _ phrases: Phrases) -> Markup {
    let plain: Markup? = row.plain.map { "<span class=\"detail\">\($0)</span>" }
    let legal: Markup =
      row.legal.isEmpty
      ? "\(phrases.notStated)"
      : "<ul>\(row.legal.map { "<li>\(anchor(to: $0.law))\(phrases.inParentheses($0.number))\($0.articles.joined(separator: phrases.separator))\(source([], $0.mark, phrases))</li>\n" })</ul>"
    let category: Markup = row.category.map { "\($0)" } ?? "<span class=\"unknown\">\(phrases.notStated)</span>"
    return """
      <tr>
      <td class="number">\(row.number)</td>
      <td data-label="\(phrases.columnFirstLevel)">\(category)</td>
      <th scope="row"><a href="\(link(row.item))">\(row.official)</a>\(plain)</th>
      <td data-label="\(phrases.columnContents)">\(row.contents.map { "\($0.inWords(phrases))" }.joined(separator: "\(phrases.separator)"))</td>
      <td data-label="\(phrases.columnBasis)">\(legal)</td>
      <td data-label="\(phrases.columnLimit)">\(cell(row.limit, phrases))</td>
      <td data-label="\(phrases.columnBody)">\(anchor(to: row.body))</td>
      <td data-label="\(phrases.columnChannels)">\(boxes(row, phrases))</td>
      <td data-label="\(phrases.columnAudience)">\(cell(row.audience, phrases))</td>
      <td data-label="\(phrases.columnManner)">\(cell(row.manner, phrases))</td>
      <td data-label="\(phrases.columnLevel)">\(cell(row.levels, phrases))</td>
      </tr>

      """
  }

  /// A cell's source stands in the column of sources.
  private func cell(_ sentence: Sentence?, _ phrases: Phrases) -> Markup {
    guard let sentence else { return "<span class=\"unknown\">\(phrases.notStated)</span>" }
    return "\(sentence.text)\(source([], sentence.mark, phrases))"
  }

  /// The thirteen boxes as on paper. Who listens or has a narrow screen gets those that are ticked.
  private func boxes(_ row: DisclosureChapter.Row, _ phrases: Phrases) -> Markup {
    guard let channels = row.channels else { return cell(nil, phrases) }
    return """
      <span class="chosen">\(channels.text)</span><span class="boxes" aria-hidden="true">\(row.boxes.map { box -> Markup in
        let mark: Markup = box.isTicked ? "■" : "□"
        return "<span>\(mark)\(box.name)</span> "
      })</span>\(source([], channels.mark, phrases))
      """
  }
}
