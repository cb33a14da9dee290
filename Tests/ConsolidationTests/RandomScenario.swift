import Catalogue
import Consolidation

/// SplitMix64: the same seed gives the same scenario on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &self)] }
}

/// A scenario of two to four members over small items, as XML texts. Sound by construction: edges run from lower to higher numbers, and
/// a handover joins an output and a requirement of one subject.
struct RandomScenario {
  private(set) var items: [CatalogueFile] = []
  private(set) var questions = ""
  private(set) var members = ""
  private(set) var edges = ""
  /// Shared sets of papers and planned days.
  private(set) var arrangements = ""

  private var generator: SeededGenerator
  private var asked: [String] = []

  private static let options = [
    "agent": ["self", "agent"], "owner": ["person", "company"], "size": ["small", "large", "huge"],
    "lost": ["x", "y", "z"],
  ]

  private struct Asked {
    var evidence: String
    var role: String?
    /// The role the paper belongs to; `nil` for papers of the matter.
    var owner: String? {
      role ?? ["id-card", "photo", "letter"].first { $0 == evidence }.map { _ in "applicant" } ?? vehicle
    }
    private var vehicle: String? { ["licence", "deed"].contains(evidence) ? "vehicle" : nil }
  }
  private struct Member {
    var item: Int
    var renamed: [String: String]
  }

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    asked = RandomScenario.options.keys.sorted().filter { _ in generator.chance(60) }
    questions = asked.map { "<question fact=\"\($0)\"/>" }.joined()
    if generator.chance(20), asked.count >= 2 {
      // One pair of answers: something is always left.
      let pair = asked.prefix(2).map { "\($0)=\(RandomScenario.options[$0]?.first ?? "")" }.joined(separator: " and ")
      questions += "<impossible when=\"\(pair)\">no</impossible>"
    }

    let count = Int.random(in: 2...3, using: &generator)
    let papers = (0..<count).map { _ in
      (0..<Int.random(in: 1...3, using: &generator)).map { _ in randomPaper() }
    }
    let taking = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
      Member(item: Int.random(in: 0..<count, using: &generator), renamed: renamings())
    }
    var outputs = Array(repeating: "", count: count)
    for then in taking.indices {
      for first in 0..<then where generator.chance(35) {
        connect(first, then, taking, papers, &outputs)
      }
    }
    // Listed in any order: edges then run against the order of the list as well.
    for (index, member) in taking.enumerated().shuffled(using: &generator) {
      let when = asked.isEmpty || generator.chance(60) ? "" : " when=\"\(condition(asked))\""
      let renaming = member.renamed.sorted { $0.key < $1.key }.map {
        "<as role=\"\($0.key)\" subject=\"\($0.value)\"/>"
      }
      members += "<member item=\"i\(member.item)\" id=\"m\(index)\"\(when)>\(renaming.joined())\(given())</member>"
    }
    for index in 0..<count { items.append(content("i\(index)", papers[index], outputs[index], count)) }
    if generator.chance(25) {
      let sharing = taking.indices.shuffled(using: &generator).prefix(2).map { "m\($0)" }.joined(separator: " ")
      arrangements += "<dossier members=\"\(sharing)\">d</dossier>"
    }
    // The first step of every item is always there.
    if generator.chance(40) {
      for index in taking.indices {
        arrangements +=
          "<planned member=\"m\(index)\" step=\"s0\" day=\"\(index * Int.random(in: 0...40, using: &generator))\"/>"
      }
    }
  }

  private mutating func renamings() -> [String: String] {
    var result: [String: String] = [:]
    if generator.chance(40) { result["applicant"] = generator.pick(["buyer", "seller"]) }
    if generator.chance(40) { result["vehicle"] = generator.pick(["old-car", "new-car"]) }
    return result
  }

  private mutating func condition(_ facts: [String]) -> String {
    let fact = generator.pick(facts)
    let all = RandomScenario.options[fact] ?? []
    let chosen = generator.chance(30) ? all.shuffled(using: &generator).prefix(2) : [generator.pick(all)]
    let atom = (generator.chance(25) ? "not " : "") + "\(fact)=\(chosen.joined(separator: "|"))"
    return generator.chance(30) ? atom + (generator.chance(50) ? " and " : " or ") + condition(facts) : atom
  }

  private mutating func when(_ percent: Int) -> String {
    generator.chance(percent) ? " when=\"\(condition(RandomScenario.options.keys.sorted()))\"" : ""
  }

  private mutating func given() -> String {
    guard generator.chance(40) else { return "" }
    let fact = generator.pick(["agent", "owner", "size"])
    let limit = asked.isEmpty || generator.chance(60) ? "" : " when=\"\(condition(asked))\""
    return "<given fact=\"\(fact)\" is=\"\(generator.pick(RandomScenario.options[fact] ?? []))\"\(limit)/>"
  }

  private mutating func randomPaper() -> Asked {
    let evidence = generator.pick([
      "id-card", "photo", "licence", "deed", "form", "contract", "letter", "owner-identity",
    ])
    return Asked(
      evidence: evidence, role: evidence == "id-card" && generator.chance(20) ? "agent" : nil)
  }

  /// Some edge between two members; a handover where both speak of the same subject.
  private mutating func connect(
    _ first: Int, _ then: Int, _ members: [Member], _ papers: [[Asked]], _ outputs: inout [String]
  ) {
    func subject(_ paper: Asked, _ member: Member) -> String? { paper.owner.map { member.renamed[$0] ?? $0 } }
    let paper = generator.pick(papers[members[then].item])
    if generator.chance(50), paper.evidence != "owner-identity",
      subject(paper, members[first]) == subject(paper, members[then])
    {
      let of = paper.role.map { " of=\"\($0)\"" } ?? ""
      outputs[members[first].item] += "<output evidence=\"\(paper.evidence)\"\(of)>o</output>"
      edges += "<handover from=\"m\(first)\" to=\"m\(then)\" evidence=\"\(paper.evidence)\"/>"
    } else {
      edges += generator.pick([
        "<before first=\"m\(first)\" then=\"m\(then)\">b</before>",
        "<before first=\"m\(first)\" then=\"m\(then)\" better=\"yes\">b</before>",
        "<before first=\"m\(first)\" then=\"m\(then)\" until=\"result\">b</before>",
        "<wait after=\"m\(first)\" then=\"m\(then)\" days=\"2\" unit=\"calendarDays\">w</wait>",
      ])
    }
  }

  private mutating func content(_ id: String, _ papers: [Asked], _ outputs: String, _ count: Int) -> CatalogueFile {
    var requirements = ""
    for (index, paper) in papers.enumerated() { requirements += requirement("r\(index)", paper) }
    if generator.chance(30) {
      let pick = generator.chance(25) ? " pick=\"2\"" : ""
      requirements +=
        "<one-of id=\"o\"\(pick)\(when(20))>\(requirement("x", randomPaper()))\(requirement("y", randomPaper()))"
      requirements += "<all-of>\(requirement("z", randomPaper()))\(requirement("w", randomPaper()))</all-of></one-of>"
    }
    let steps = (0..<Int.random(in: 1...4, using: &generator)).map { step($0, id, count) }.joined()
    let time = generator.pick([
      "", "<time statutory=\"3\" unit=\"workingDays\"/>", "<time statutory=\"4\" unit=\"calendarDays\"/>",
      "<time statutory=\"instant\"/>",
    ])
    let fees = generator.pick([
      "", "<fees none=\"yes\"/>", "<fees><fee-ref id=\"plate\"\(when(40))/></fees>",
      "<fees><fee-ref id=\"card\"/><fee-ref id=\"big-plate\"\(when(40))/></fees>",
    ])
    return item(
      id, at: generator.pick(["office", "office", "station", "shop"]),
      """
      <requirements>\(requirements)</requirements><steps>\(steps)</steps>\(time)\(fees)
      \(outputs.isEmpty ? "" : "<outputs>\(outputs)</outputs>")
      """)
  }

  private mutating func requirement(_ id: String, _ paper: Asked) -> String {
    let treat = generator.pick(["show", "show", "keep", "surrender", "record"])
    let of = paper.role.map { " of=\"\($0)\"" } ?? ""
    let counts =
      treat == "record"
      ? "" : generator.pick([" originals=\"1\"", " originals=\"1\" copies=\"2\"", " originals=\"2\" copies=\"0\""])
    let necessity =
      generator.chance(15)
      ? generator.pick([" necessity=\"optional\"", " necessity=\"deferrable\" due-days=\"5\""]) : ""
    let template =
      generator.chance(12)
      ? " template=\"t\(Int.random(in: 1...2, using: &generator))\" template-version=\"\(generator.chance(15) ? 2 : 1)\""
      : ""
    let spec =
      generator.chance(15)
      ? "<spec name=\"size\" is=\"\(generator.pick(["small", "small|large", "large", "large|huge"]))\"/>" : ""
    let fresh = generator.chance(15) ? " max-age=\"\(generator.pick([5, 30, 90]))\"" : ""
    let media = generator.chance(10) ? generator.pick([" media=\"paper\"", " media=\"paper electronic\""]) : ""
    let from = generator.chance(8) ? " from=\"shop\"" : ""
    let waiver = generator.chance(15) ? "<waiver how=\"lookup\"\(when(50))>f</waiver>" : ""
    return """
      <requirement id="\(id)" evidence="\(paper.evidence)" treat="\(treat)"\(of)\(counts)\(necessity)\(from)\(template)\(fresh)\
      \(media)\(when(35))>\(waiver)\(spec)\
      </requirement>
      """
  }

  private mutating func step(_ index: Int, _ item: String, _ count: Int) -> String {
    let byApplicant = index == 0 || generator.chance(50)
    let stage =
      byApplicant ? generator.pick(["prepare", "submit", "collect", "pay"]) : generator.pick(["review", "decide"])
    let at = byApplicant ? generator.pick(["", "", " at=\"home\"", " at=\"online\"", " at=\"station\""]) : ""
    let ways =
      stage == "collect" ? generator.pick(["", " ways=\"wait\"", " ways=\"mail\"", " ways=\"wait mail\""]) : ""
    let days =
      !byApplicant && generator.chance(30)
      ? generator.pick([" days=\"2\" unit=\"workingDays\"", " days=\"9\" unit=\"calendarDays\""]) : ""
    let after = index > 1 && generator.chance(30) ? " after=\"s\(Int.random(in: 0..<index, using: &generator))\"" : ""
    // The first step is always done: a member without any step is another matter.
    let covers = index > 0 && generator.chance(10) ? " covers=\"i\(Int.random(in: 0..<count, using: &generator))\"" : ""
    let online = generator.chance(15) ? " online=\"yes\"" : ""
    return """
      <step id="s\(index)" stage="\(stage)" by="\(byApplicant ? "applicant" : "agency")"\(at)\(ways)\(days)\(after)\(covers)\(online)\
      \(when(index > 0 ? 15 : 0))>s</step>
      """
  }
}
