/// An element of a service guide, after the field lists of the national platform for government services (the tables
/// `up_task_*` by which items are reported; they reflect GB/T 39554.2). The raw value is what `<detail element="…">` takes.
public enum GuideElement: String, Sendable, CaseIterable {
  // What it is
  case name, official, type, basis, agency, audience, conditions
  case catalogCode = "catalog-code"
  case taskCode = "task-code"
  case level
  case powerSource = "power-source"
  case topic
  // How it is done
  case kind, steps, manner
  case visits
  case visitReason = "visit-reason"
  case place, hours, appointment, online
  case onlinePayment = "online-payment"
  case terminal
  case mail
  case area
  case hall
  case joint
  case quota
  case intermediary
  case agent
  // How long
  case statutory, promised
  case special
  // Papers
  case papers
  case paperForm = "paper-form"
  case paperCount = "paper-count"
  case paperSource = "paper-source"
  case paperBasis = "paper-basis"
  case blankForm = "blank-form"
  case acceptance
  // What it costs
  case fees
  case feeBasis = "fee-basis"
  // What comes of it
  case result, validity
  // Where to ask
  case enquiry, complaint
  case answers

  /// The field of the national tables; `nil` = only our own.
  public var nationalField: String? {
    switch self {
    case .name: "task_name"
    case .official: nil
    case .type: "task_type"
    case .basis: "by_law"
    case .agency: "dept_name"
    case .audience: "server_type"
    case .conditions: "accept_condition"
    case .catalogCode: "catalog_code"
    case .taskCode: "task_code"
    case .level: "use_level"
    case .powerSource: "power_source"
    case .topic: "user_topic_type"
    case .kind: "project_type"
    case .steps: "handle_flow"
    case .manner: "handle_type"
    case .visits: "limit_scene_num"
    case .visitReason: "limit_scene_explain"
    case .place: "transact_addr"
    case .hours: "transact_time"
    case .appointment: "is_schedule"
    case .online: "is_online"
    case .onlinePayment: "is_pay_online"
    case .terminal: "is_service_terminals"
    case .mail: "is_express"
    case .area: "handle_area"
    case .hall: "is_entry_center"
    case .joint: "other_dept"
    case .quota: "limit_explain"
    case .intermediary: "service_type"
    case .agent: nil
    case .statutory: "anticipate_day"
    case .promised: "promise_day"
    case .special: "special_procedure"
    case .papers: "material_name"
    case .paperForm: "material_format"
    case .paperCount: "page_num"
    case .paperSource: "source_type"
    case .paperBasis: "material.by_law"
    case .blankForm: "form_guid"
    case .acceptance: "accept_stand"
    case .fees: "is_fee"
    case .feeBasis: "fee_basis"
    case .result: "result_name"
    case .validity: nil
    case .enquiry: "link_way"
    case .complaint: "supervise_way"
    case .answers: "question"
    }
  }

  /// Whether it is written as `<detail>`; the others follow from elements of their own. Several may be either: what the
  /// catalogue knows otherwise needs no detail.
  public var isDetail: Bool {
    switch self {
    case .catalogCode, .taskCode, .level, .powerSource, .topic, .visitReason, .appointment, .onlinePayment, .terminal,
      .mail, .area, .hall, .joint, .quota, .intermediary, .special, .blankForm, .acceptance, .conditions, .online,
      .validity:
      true
    default: false
    }
  }

  /// Where it is written.
  public var place: String {
    switch self {
    case .name, .official: "<\(rawValue)>"
    case .type: "<item type=\"…\">"
    case .agency: "<item agency=\"…\">"
    case .audience: "<who>"
    case .basis: "<basis>"
    case .conditions: "<condition>"
    case .kind, .statutory, .promised: "<time>"
    case .steps, .manner, .visits: "<steps>"
    case .place: "<agency><address>"
    case .hours: "<agency><hours>"
    case .enquiry: "<agency><phone>"
    case .complaint: "<book><hotline>"
    case .online: "<online>"
    case .agent: "<agent>"
    case .papers: "<requirements>"
    case .paperForm: "<requirement media=\"…\">"
    case .paperCount: "<requirement originals=\"…\" copies=\"…\">"
    case .paperSource: "<evidence issuer=\"…\">, <get>"
    case .paperBasis: "<requirement basis=\"…\">"
    case .fees: "<fees>"
    case .feeBasis: "<fee basis=\"…\">"
    case .result: "<outputs>"
    case .validity: "<validity>"
    case .answers: "<scenario><qa>"
    default: "<detail element=\"\(rawValue)\">"
    }
  }
}
