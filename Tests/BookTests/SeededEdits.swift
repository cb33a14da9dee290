import Catalogue

/// Numbers raised and lines left out, here and there.
struct SeededEdits {
  var state: UInt64

  mutating func edited(_ files: [CatalogueFile]) -> [CatalogueFile] {
    files.map { file in
      guard file.path.contains("/") else { return file }
      var lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      for index in lines.indices.dropFirst(6) where lines[index].contains("/>") || lines[index].contains("</") {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        switch state >> 58 {
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
