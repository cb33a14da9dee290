/// A published edition as a part of nginx's `server` block. Only the values of `ServerRules` go into it; they hold nothing
/// that ends a string or a directive.
public struct NginxSnippet: Sendable {
  private let rules: ServerRules

  public init(_ rules: ServerRules) { self.rules = rules }

  public var text: String {
    let path = rules.path
    let withoutSlash =
      path == "/" ? "" : "location = \(path.dropLast()) {\n  absolute_redirect off;\n  return 301 \(path);\n}\n"
    return """
      # onebook: \(rules.base ?? "base is not stated in book.xml: no Link headers, and the book is at the root of its host")
      # 放进这个网站的 server { } 里，再运行 nginx -t，没有报错就 systemctl reload nginx。
      # Put it into the server { } block of the host, then: nginx -t && systemctl reload nginx
      set $onebook_policy "\(ServerRules.policy)";
      \(withoutSlash)location ^~ \(path) {
        alias "\(rules.folder)/";
        index index.html;
        autoindex off;
        etag on;
        if_modified_since exact;
        absolute_redirect off;
        charset utf-8;
        charset_types \(ServerRules.texts.dropFirst().joined(separator: " "));
        default_type application/octet-stream;
        types {
      \(ServerRules.types.map { "    \($0.type) \($0.extensions);\n" }.joined())  }
      \(headers(ServerRules.pages))
        # 以点开头的文件不给看。Files whose name begins with a dot are nobody's.
        location ~ "/\\." { return 404; }

        # 变化消息，可以订阅。What one can subscribe to; strong ETags, so no compression on the way.
      \(document("feed.json", ServerRules.feed))
      \(document("guides.json", ServerRules.feed))
      \(document("atom.xml", ServerRules.atom))
        location ^~ \(path)topic/ {
          location ~ "^\(rules.pattern)(?<onebook_file>topic/[a-z0-9][a-z0-9/_.-]*\\.json)$" {
      \(typed(ServerRules.feed, ServerRules.feeds, rules.links("$onebook_file", isTopic: true), indent: 6))
          }
          return 404;
        }
        # 归档的消息不再改。Archived messages never change.
        location ^~ \(path)archive/ {
          location ~ "^\(rules.pattern)(?<onebook_file>archive/[0-9]+-[0-9]+\\.json)$" {
      \(typed(ServerRules.feed, ServerRules.archive, rules.links("$onebook_file", isTopic: false), indent: 6))
          }
          return 404;
        }
        location = \(path)checkpoint {
      \(typed("text/plain", ServerRules.feeds, [], indent: 4))
        }

        # 一条消息的短网址。The short address of a message.
        location ~ "^\(rules.pattern)e/(?<onebook_event>[a-z2-7]{26})$" { return 302 \(path)changes.html#e-$onebook_event; }

        # 往期：不让搜索引擎收。Former editions are not for search engines.
        location ^~ \(path)editions/ {
          location ~ "/\\." { return 404; }
          add_header \(ServerRules.former.name) "\(ServerRules.former.value)" always;
      \(headers(ServerRules.pages, indent: 4))
        }
      }

      """
  }

  private func document(_ name: String, _ type: String) -> String {
    """
      location = \(rules.path)\(name) {
    \(typed(type, ServerRules.feeds, rules.links(name, isTopic: true), indent: 4))
      }
    """
  }

  private func typed(_ type: String, _ cache: String, _ links: [String], indent: Int) -> String {
    let own = ["types { }", "default_type \(type);", "gzip off;"]
    let more =
      links.map { "add_header Link '\($0)';" }
      + ["add_header \(ServerRules.open.name) \"\(ServerRules.open.value)\";"]
    return lines(own + more, indent: indent) + "\n" + headers(cache, indent: indent)
  }

  /// nginx inherits headers only where a block has none of its own, so each block has all.
  private func headers(_ cache: String, indent: Int = 2) -> String {
    lines(
      ["add_header Cache-Control \"\(cache)\";"]
        + ["add_header Content-Security-Policy $onebook_policy always;"]
        + ServerRules.security.map { "add_header \($0.name) \"\($0.value)\" always;" }, indent: indent)
  }

  private func lines(_ lines: [String], indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }
}
