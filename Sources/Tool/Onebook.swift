import ArgumentParser

/// The `onebook` command. Exit codes: 0 clean, 1 there are findings, 64 the command line was wrong.
@main
struct Onebook: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "onebook",
    abstract: "把分散的服务事项编成一本“办成一件事”的书。Turns scattered service items into one book that gets one thing done.",
    version: version,
    subcommands: [
      Build.self, Print.self, Publish.self, Diff.self, Verify.self, Follow.self, Key.self, Check.self, Plan.self,
      Why.self,
      Review.self, SendableMessage.self, Explain.self,
    ])
}
