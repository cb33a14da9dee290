/// The way through objects that refer to each other: each that has a number is entered once, so that what leads back to
/// itself ends too. What has no number stands inside of another and cannot hold itself.
struct Unseen {
  private var ids: Set<Int> = []

  /// Whether the object is met for the first time.
  mutating func enter(_ object: QPDF.Object) -> Bool {
    object.id.map { ids.insert($0).inserted } ?? true
  }

  /// The items of an array that are met for the first time; none if the array itself was.
  mutating func items(of array: QPDF.Object) -> [QPDF.Object] {
    guard enter(array) else { return [] }
    return (0..<array.count).map { array[$0] }.filter { enter($0) }
  }
}
