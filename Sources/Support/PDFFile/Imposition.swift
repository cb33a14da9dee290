/// One side of a sheet: the pages beside each other, from 1. Nil is an empty page.
struct SheetSide: Hashable {
  var left: Int?
  var right: Int?
}

/// Which pages stand where, so that sheets laid inside each other, folded and stitched through the fold are a booklet:
/// front and back of the outermost sheet, then of the next.
/// - Parameter pageCount: how many pages there are; empty pages at the end fill up the last sheet.
/// - Returns: two sides for every four pages.
func saddleStitched(_ pageCount: Int) -> [SheetSide] {
  let filled = (pageCount + 3) / 4 * 4
  func page(_ number: Int) -> Int? { number <= pageCount ? number : nil }
  return stride(from: 0, to: filled / 2, by: 2).flatMap { before in
    [
      SheetSide(left: page(filled - before), right: page(1 + before)),
      SheetSide(left: page(2 + before), right: page(filled - 1 - before)),
    ]
  }
}
