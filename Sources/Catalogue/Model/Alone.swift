extension Scenario {
  /// A single item as a scenario without questions: what its office alone would ask.
  public static func alone(_ item: ServiceItem) -> Scenario {
    Scenario(
      id: item.id, title: item.name, theme: "", aliases: [], audience: "", summary: "", questions: [], impossible: [],
      members: [Member(id: item.id, item: item.id, when: .always, subjects: [:], givens: [], span: item.span)],
      edges: [], messages: [], answers: [], cases: [], pitfalls: [], notes: [], checked: item.checked, span: item.span)
  }
}
