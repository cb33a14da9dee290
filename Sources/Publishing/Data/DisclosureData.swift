import Handbook

/// The disclosure catalogue as data; absent members are not stated.
struct DisclosureData: Encodable {
  struct Content: Encodable {
    var name: String
    var stated: Bool
  }
  struct Row: Encodable {
    var number: Int
    var item: String
    var category: String?
    var official: String
    var name: String
    var contents: [Content]
    var legal: [LegalData]
    var limit: SentenceData?
    var body: String
    var channels: SentenceData?
    var channelIds: [String]
    var audience: SentenceData?
    var audienceId: String?
    var manner: SentenceData?
    var mannerId: String?
    var levels: SentenceData?
    var levelIds: [String]
    var samples: [String]

    init(_ row: DisclosureChapter.Row) {
      number = row.number
      item = row.item.id
      category = row.category
      official = row.official
      name = row.plain ?? row.official
      contents = row.contents.map { Content(name: $0.name, stated: $0.isStated) }
      legal = row.legal.map(LegalData.init)
      limit = row.limit.map(SentenceData.init)
      body = row.body.id
      channels = row.channels.map(SentenceData.init)
      channelIds = row.boxes.filter(\.isTicked).map(\.id)
      audience = row.audience.map(SentenceData.init)
      audienceId = row.codes.audience
      manner = row.manner.map(SentenceData.init)
      mannerId = row.codes.manner
      levels = row.levels.map(SentenceData.init)
      levelIds = row.codes.levels
      samples = row.codes.samples
    }
  }

  var rows: [Row]
  /// Items that have no row.
  var apart: [String]
  var guideline: GuidelineData?

  init(_ chapter: DisclosureChapter) {
    rows = chapter.rows.map(Row.init)
    apart = chapter.apart.map(\.id)
    guideline = chapter.guideline.map(GuidelineData.init)
  }
}
