import Catalogue

/// Numbers raised and lines left out, here and there.
struct SeededEdits {
  private var chance: Chance

  init(seed: UInt64) { chance = Chance(state: seed) }

  mutating func edited(_ files: [CatalogueFile]) -> [CatalogueFile] {
    files.map { file in
      guard file.path.contains("/") else { return file }
      var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      for index in lines.indices.dropFirst(6) where lines[index].contains("/>") || lines[index].contains("</") {
        switch Int.random(in: 0..<64, using: &chance) {
        case 0 where lines[index].contains("/>"): lines[index] = ""
        case 1: lines[index] = lines[index].replacing("=\"1\"", with: "=\"2\"")
        case 2: lines[index] = lines[index].replacing("</", with: "（新）</")
        default: break
        }
      }
      return CatalogueFile(path: file.path, bytes: Array(lines.joined(separator: "\n").utf8))
    }
  }
}
