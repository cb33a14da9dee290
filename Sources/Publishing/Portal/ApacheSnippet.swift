/// A published edition as a part of Apache's `VirtualHost`, for Apache 2.4.8 or newer with `mod_alias`, `mod_dir`, `mod_env`,
/// `mod_headers`, `mod_mime` and `mod_setenvif`. Only the values of `ServerRules` go into it; they hold nothing that ends a
/// string or a directive.
public struct ApacheSnippet: Sendable {
  private let rules: ServerRules

  public init(_ rules: ServerRules) { self.rules = rules }

  public var text: String {
    let (path, pattern) = (rules.path, rules.pattern)
    let place =
      path == "/"
      ? "DocumentRoot \"\(rules.folder)\""
      : "RedirectMatch 301 \"^\(pattern.dropLast())$\" \"\(path)\"\nAlias \"\(path)\" \"\(rules.folder)/\""
    return """
      # onebook: \(rules.base ?? "base is not stated in book.xml: no Link headers, and the book is at the root of its host")
      # 放进这个网站的 <VirtualHost> 里；先运行 a2enmod headers，再运行 apachectl configtest，没有报错就 systemctl reload apache2。
      # Put it into the host's <VirtualHost>; a2enmod headers; then: apachectl configtest && systemctl reload apache2
      \(place)

      # 以点开头的文件不给看。Files whose name begins with a dot are nobody's.
      RedirectMatch 404 "^\(pattern)(.*/)?\\."
      # 一条消息的短网址。The short address of a message.
      RedirectMatch 302 "^\(pattern)e/([a-z2-7]{26})$" "\(path)changes.html#e-$1"

      <Directory "\(rules.folder)">
        Options None
        AllowOverride None
        Require all granted
        DirectoryIndex index.html
        FileETag MTime Size
      \(ServerRules.types.map { "  AddType \($0.type) \(extensions($0.extensions))\n" }.joined())  AddCharset utf-8 \(texts)
        <Files "checkpoint">
          ForceType "text/plain; charset=utf-8"
        </Files>
      </Directory>

      <LocationMatch "^\(pattern)">
        Header set Cache-Control "\(ServerRules.pages)"
        Header always set Content-Security-Policy "\(ServerRules.policy)"
      \(ServerRules.security.map { "  Header always set \($0.name) \"\($0.value)\"" }.joined(separator: "\n"))
      </LocationMatch>

      # 变化消息，可以订阅。What one can subscribe to; strong ETags, so no compression on the way.
      \(document("(?<ONEBOOK>(feed|guides)\\.json)", ServerRules.feed, ServerRules.feeds, isTopic: true))
      \(document("(?<ONEBOOK>atom\\.xml)", ServerRules.atom, ServerRules.feeds, isTopic: true))
      \(document("(?<ONEBOOK>topic/[a-z0-9][a-z0-9/_.-]*\\.json)", ServerRules.feed, ServerRules.feeds, isTopic: true))
      # 归档的消息不再改。Archived messages never change.
      \(document("(?<ONEBOOK>archive/[0-9]+-[0-9]+\\.json)", ServerRules.feed, ServerRules.archive, isTopic: false))
      <LocationMatch "^\(pattern)checkpoint$">
        SetEnv no-gzip 1
        Header set Cache-Control "\(ServerRules.feeds)"
      </LocationMatch>

      # 往期：不让搜索引擎收。Former editions are not for search engines.
      <LocationMatch "^\(pattern)editions/">
        Header always set \(ServerRules.former.name) "\(ServerRules.former.value)"
      </LocationMatch>

      """
  }

  private func document(_ name: String, _ type: String, _ cache: String, isTopic: Bool) -> String {
    // In a header's value `%` begins something of Apache's own.
    let links = rules.links("\u{0}", isTopic: isTopic).map {
      $0.replacing("%", with: "%%").replacing("\u{0}", with: "%{MATCH_ONEBOOK}e")
    }
    return """
      <LocationMatch "^\(rules.pattern)\(name)$">
        ForceType \(type)
        SetEnv no-gzip 1
      \(links.map { "  Header add Link '\($0)'\n" }.joined())  Header set \(ServerRules.open.name) "\(ServerRules.open.value)"
        Header set Cache-Control "\(cache)"
      </LocationMatch>
      """
  }

  private func extensions(_ words: String) -> String {
    words.split(separator: " ").map { ".\($0)" }.joined(separator: " ")
  }

  private var texts: String {
    ServerRules.types.filter { ServerRules.texts.contains($0.type) }.map { extensions($0.extensions) }
      .joined(separator: " ")
  }
}
