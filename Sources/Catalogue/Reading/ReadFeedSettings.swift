internal import Diagnostics
internal import XMLFile

extension CatalogueReader {
  /// `<feed publisher="cn.example.county" hub="https://…"/>`.
  func feedSettings(_ element: Element) -> FeedSettings {
    let fields = Fields(element, sink, attributes: ["publisher", "hub", "key"])
    var settings = FeedSettings(publisher: fields.text("publisher"), hub: fields.text("hub"))
    if let publisher = settings.publisher, let attribute = element["publisher"], !FeedSettings.isPublisher(publisher) {
      sink.error(
        "bad-publisher", attribute.span, zh: "publisher 不能是 '\(publisher)'", en: "publisher cannot be '\(publisher)'",
        help: [
          Message(
            zh: "把单位的域名倒过来写，例如 cn.example.county.traffic；只用字母、数字、连字符和点",
            en: "write your domain the other way round, such as org.example.county: letters, digits, hyphens and dots")
        ])
      settings.publisher = nil
    }
    if let hub = settings.hub, let attribute = element["hub"], !FeedSettings.isHub(hub) {
      sink.error(
        "bad-hub", attribute.span, zh: "hub 要是以 https:// 开头的网址", en: "hub must be an address that begins with https://",
        help: [
          Message(
            zh: "例如 https://hub.example.gov.cn/；只有本机（127.0.0.1、localhost）可以写 http://，特殊字符要转成 %XX",
            en:
              "such as https://hub.example.org/; only this machine (127.0.0.1, localhost) may have http://, and special characters are written %XX"
          )
        ])
      settings.hub = nil
    }
    settings.keys = fields.words("key").compactMap { key, span in
      if FeedSettings.isKey(key) { return key }
      sink.error(
        "bad-key", span, zh: "'\(key)' 不是公钥", en: "'\(key)' is not a public key",
        help: [Message(zh: "写 onebook key 打印的那 44 个字符", en: "write the 44 characters that onebook key prints")])
      return nil
    }
    return settings
  }
}
