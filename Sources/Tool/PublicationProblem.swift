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
  /// Nobody is named who publishes.
  case noPublisher
  /// The edition's own log does not hold together.
  case brokenLog(String)
  /// Nothing was ever published from the catalogue, or its ledger is lost.
  case noLedger(String)
  /// The ledger is there: this is not the first publication.
  case notFirst(String)
  /// The edition was built on another state of the ledger.
  case otherLog(String)
  /// The edition is older than what was told.
  case older(String, told: Int, ledger: Int)
  /// At the target stands what this ledger does not know.
  case ledgerBehind(String)
  /// The edition still has a text that was removed since.
  case removed(String)
  case badKey(String)
  /// The key is not one that the book names.
  case otherKey(String)

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
    case .noPublisher:
      Message(
        zh: "book.xml 里没有写谁在发布：加上 <feed publisher=\"倒过来写的域名\"/>，再编一次",
        en: "book.xml does not say who publishes: add <feed publisher=\"a domain turned round\"/> and build again")
    case .brokenLog(let path):
      Message(zh: "\(path)：变化记录前后接不上；重新编一次", en: "\(path): the log of changes does not hold together; build again")
    case .noLedger(let path):
      Message(
        zh: "\(path)：没有台账。发布过的，从版本库取回来；从来没有发布过，加上 --first",
        en:
          "\(path): there is no ledger. If anything was published, bring it back from the repository; if nothing ever was, add --first"
      )
    case .notFirst(let path):
      Message(
        zh: "\(path)：已经有台账，不是第一次发布；去掉 --first",
        en: "\(path): there is a ledger, so this is not the first time: leave --first out")
    case .otherLog(let path):
      Message(
        zh: "\(path)：编这本书以后，台账变了；重新编一次", en: "\(path): the ledger is not the one this edition was built on; build again"
      )
    case .older(let edition, let told, let ledger):
      Message(
        zh: "\(edition) 版只说到第 \(told) 条，台账已经有 \(ledger) 条：这是旧的一版。真要退回去，加上 --roll-back",
        en:
          "edition \(edition) tells \(told) events and the ledger has \(ledger): it is an older one. To go back all the same, add --roll-back"
      )
    case .ledgerBehind(let path):
      Message(
        zh: "\(path)：那里发出过的消息，这里的台账没有；把台账从版本库取回来",
        en: "\(path): events were told there that this ledger does not have; bring the ledger back from the repository")
    case .removed(let edition):
      Message(
        zh: "\(edition) 版里有后来依法删去的内容，不能再发布；要退回去，改好目录，编新的一版",
        en:
          "edition \(edition) has a text that was removed since, and cannot be published again; correct the catalogue and build a new one"
      )
    case .badKey(let path):
      Message(zh: "\(path)：不是签名的钥匙；用 onebook key 造一把", en: "\(path): not a signing key; onebook key makes one")
    case .otherKey(let key):
      Message(
        zh: "这把钥匙的公钥是 \(key)，book.xml 的 <feed key> 里没有；加上，再编一次",
        en: "the public key is \(key), which <feed key> in book.xml does not name; add it and build again")
    case .nested(let path):
      Message(
        zh: "\(path)：要发布的书和发布的地方不能一个在另一个里面", en: "\(path): the edition and the target cannot lie in each other")
    }
  }
}
