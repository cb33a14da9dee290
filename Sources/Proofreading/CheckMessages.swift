import Catalogue
import Diagnostics

extension Proofreader {
  /// A short message holds 70 characters, the sender's name in 【】 among them; a longer one is cut or paid twice.
  func checkMessages() {
    let signature = (catalogue.book?.issuer.count ?? 0) + 2
    for text in catalogue.texts where text.role == .message {
      let length = text.text.count + signature
      guard length > 70 else { continue }
      warning(
        "message-length", text.span, zh: "这条消息连署名 \(length) 个字，一条短信最多 70 个字",
        en: "with the sender's name this message has \(length) characters; a short message holds 70",
        help: [
          Message(zh: "缩短 \(length - 70) 个字；细节放在书里", en: "shorten it by \(length - 70); details stand in the book")
        ])
    }
  }
}
