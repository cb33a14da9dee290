import Catalogue

/// The catalogue's code words, said.
extension Phrases {
  func yesOrNo(_ flag: Bool) -> String { flag ? say("是", "yes") : say("否", "no") }
  func necessity(_ necessity: Requirement.Necessity) -> String {
    switch necessity {
    case .required: say("必须带", "required")
    case .deferrable: say("可以后补", "may follow later")
    case .optional: optional
    }
  }
  /// How sure one is, `yes` too.
  func certainty(_ checked: Checked) -> String { self.checked(checked) ?? say("已核对原文", "checked in the source") }
  func unit(_ unit: String) -> String { unit == "wd" ? say("工作日", "working days") : say("自然日", "calendar days") }
  func status(_ status: Consultation.Status) -> String {
    switch status {
    case .open: say("正在征求意见", "open for comments")
    case .closed: say("已经截止", "closed")
    case .adopted: say("已采纳", "adopted")
    case .rejected: say("没有采纳", "not adopted")
    }
  }
  /// Who does a step, or where, when it is no agency.
  func place(_ code: String) -> String? {
    switch code {
    case "applicant": say("申请人", "the applicant")
    case "agency": say("办理机构", "the agency")
    case "online": say("网上", "on line")
    case "home": say("家里", "at home")
    default: nil
    }
  }

  /// A code of a member; `nil` when the text is none.
  func code(_ member: String, _ text: String) -> String? {
    switch member {
    case "how": Requirement.Waiver.How(rawValue: text).map(waived)
    case "media": Requirement.Medium(rawValue: text).map { media([$0]) ?? text }
    case "stage": Step.Stage(rawValue: text).map(stage)
    case "ways": Step.Way(rawValue: text).map(way)
    case "kind": Fee.Kind(rawValue: text).map(kind)
    case "value", "channels", "levels":
      Disclosure.Channel(rawValue: text).map(channel) ?? Disclosure.Audience(rawValue: text).map(audience)
        ?? Disclosure.Manner(rawValue: text).map(manner) ?? Disclosure.Level(rawValue: text).map(level)
    case "holder": EvidenceType.Holder(rawValue: text).map(holder)
    default: nil
    }
  }

  private func stage(_ stage: Step.Stage) -> String {
    switch stage {
    case .prepare: say("准备", "preparing")
    case .inspect: say("查验", "inspection")
    case .submit: say("交材料", "handing in")
    case .review: say("审查", "review")
    case .decide: say("决定", "decision")
    case .make: say("制证", "making the document")
    case .collect: say("领取", "collecting")
    case .exam: say("考试", "examination")
    case .study: say("学习", "study")
    case .train: say("培训", "training")
    case .pay: say("缴费", "paying")
    case .wait: say("等待", "waiting")
    }
  }

  private func way(_ way: Step.Way) -> String {
    switch way {
    case .wait: waitForIt
    case .mail: byMail
    case .return: say("过后再来", "coming back")
    }
  }

  private func holder(_ holder: EvidenceType.Holder) -> String {
    switch holder {
    case .person: say("人", "a person")
    case .vehicle: say("车", "a vehicle")
    case .case: say("这件事", "the matter")
    }
  }
}
