import Diagnostics

/// Why nothing was published.
enum PublicationProblem: Error {
  /// The folder holds no edition with a manifest.
  case notBuilt(String)
  case unreadableManifest(String)
  case missing(String)
  case foreign(String)
  case altered(String)
  /// Something in the target that onebook did not publish.
  case inTheWay(String)
  /// The edition's id, already published with another book.
  case otherBook(String)
  /// The edition lies in the target, or the target in it.
  case nested(String)

  var message: Message {
    switch self {
    case .notBuilt(let path):
      Message(
        zh: "\(path)：这里没有编好的书（缺 edition.json），先运行 onebook build",
        en: "\(path): there is no built edition here (no edition.json): run onebook build first")
    case .unreadableManifest(let path):
      Message(
        zh: "\(path)：读不懂，或者版次里有字母、数字、点、连字符、下划线以外的字符；重新编一次",
        en:
          "\(path): not readable, or the edition's id has more than letters, digits, dots, hyphens and underscores; build again"
      )
    case .missing(let path):
      Message(
        zh: "\(path)：清单里有，文件夹里没有；重新编一次", en: "\(path): listed in edition.json and not there; build again")
    case .foreign(let path):
      Message(
        zh: "\(path)：清单里没有这个文件；不是书里的，请移走", en: "\(path): not listed in edition.json; move it away")
    case .altered(let path):
      Message(zh: "\(path)：编好以后改过；重新编一次", en: "\(path): altered since it was built; build again")
    case .inTheWay(let path):
      Message(
        zh: "\(path)：这里有不是发布出来的东西，没有动它；请移走，或者发布到别的文件夹",
        en:
          "\(path): something stands here that onebook did not publish, and it was left alone; move it away, or publish elsewhere"
      )
    case .otherBook(let edition):
      Message(
        zh: "\(edition) 版已经发布过，内容和这次不一样。内容改了要用新的版次：改 book.xml 里的 <edition id>，或者 onebook build --edition …",
        en:
          "edition \(edition) is published already, with other content. Changed content takes a new id: change <edition id> in book.xml, or onebook build --edition …"
      )
    case .nested(let path):
      Message(
        zh: "\(path)：要发布的书和发布的地方不能一个在另一个里面", en: "\(path): the edition and the target cannot lie in each other")
    }
  }
}
