import CCurl
import Diagnostics
import Foundation
import Publishing

/// A WebSub hub, told over the network which topics have changed.
struct Hub {
  let address: String
  /// How long one request may take, in seconds.
  let limit: Int

  struct Report {
    var told: [String] = []
    /// Those that are still waiting, and why, one after the other.
    var waiting: [(topic: String, why: Message)] = []
  }

  /// Tells of each topic; a hub that is away is not asked again. Bounded: three tries of `limit` seconds for the first topic
  /// that fails, `HubCall.patience` seconds for all.
  func tell(_ topics: [String], base: String) -> Report {
    var report = Report()
    var left = topics[...]
    let start = ContinuousClock.now
    while let topic = left.popFirst() {
      guard ContinuousClock.now - start < .seconds(HubCall.patience) else {
        let why = Message(zh: "时间用完了", en: "time is up")
        report.waiting += ([topic] + left).map { ($0, why) }
        return report
      }
      let (verdict, why) = tell(base + topic)
      switch verdict {
      case .told: report.told.append(topic)
      case .refused, .again: report.waiting.append((topic, why))
      case .away:
        report.waiting += ([topic] + left).map { ($0, why) }
        return report
      }
    }
    return report
  }

  private func tell(_ topic: String) -> (HubCall.Verdict, Message) {
    var tries = 0
    while true {
      tries += 1
      let (answer, why) = post(HubCall.form(topic: topic))
      let verdict = HubCall.verdict(on: answer, tries: tries)
      guard case .again(let pause) = verdict else { return (verdict, why) }
      Thread.sleep(forTimeInterval: TimeInterval(pause))
    }
  }

  private func post(_ form: String) -> (HubCall.Answer, Message) {
    var status = 0
    let code = unsafe curl_post_form(address, form, "onebook/\(Onebook.version)", limit * 1000, &status)
    guard code == 0 else { return (.none, Hub.words(Int(code), limit)) }
    let moved = (300...399).contains(status)
    return (
      .status(status),
      moved
        ? Message(zh: "回答 \(status)，让去别处；没有跟去", en: "answered \(status), sending elsewhere; not followed")
        : Message(zh: "回答 \(status)", en: "answered \(status)")
    )
  }

  /// What curl's codes mean.
  private static func words(_ code: Int, _ limit: Int) -> Message {
    switch code {
    case 6: Message(zh: "找不到这台主机", en: "no such host")
    case 7: Message(zh: "连不上", en: "no connection")
    case 28: Message(zh: "\(limit) 秒没有回答", en: "no answer within \(limit) s")
    case 35, 60: Message(zh: "它的证书不可信，或者不能加密连接", en: "its certificate is not trusted, or it cannot encrypt")
    default: Message(zh: "没有回答（curl \(code)）", en: "no answer (curl \(code))")
    }
  }
}
