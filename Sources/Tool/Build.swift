import ArgumentParser
import Publishing

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "编成一版书。Builds one edition.",
    discussion: "有错误就什么都不写；原来那一版原样留着。Nothing is written when there are errors; the last edition stays as it is.")

  @Argument(help: "目录所在的文件夹。The catalogue's folder.")
  var catalogue = "services"

  @Option(name: [.short, .long], help: "写到哪里。Where to write.")
  var output = "output"

  @OptionGroup var state: EditionOptions

  func run() throws {
    let terminal = Terminal()
    let assembly = try Assembly(catalogue, state, terminal)
    try assembly.write(assembly.edition.files, to: EditionFolder(path: output), terminal)
  }
}
