import Crypto
import Handbook
import Hexadecimal

/// Public days as an iCalendar file. Source: RFC 5545.
struct CalendarFile {
  /// Which catalogue's days they are: an entry of another book is another entry.
  private let publisher: String
  private let book: Handbook

  init(_ book: Handbook) {
    self.book = book
    publisher = SHA256.hash(data: Array(book.issuer.utf8)).prefix(5).hexadecimal
  }

  /// Nothing where no public day is known.
  var files: [OutputFile] {
    book.calendar.isEmpty ? [] : [OutputFile(path: "calendar.ics", bytes: Array(text.utf8))]
  }

  private var text: String {
    let stamp = basic(book.isoDate) + "T000000Z"
    let entries = book.calendar.flatMap { entry in
      [
        "BEGIN:VEVENT", "UID:\(entry.id).\(publisher)@onebook", "DTSTAMP:\(stamp)",
        "DTSTART;VALUE=DATE:\(basic(entry.from))", "DTEND;VALUE=DATE:\(basic(entry.end))",
        "SUMMARY:\(escaped(entry.title))",
      ] + (entry.note.isEmpty ? [] : ["DESCRIPTION:\(escaped(entry.note))"]) + ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    let lines =
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onebook//\(book.phrases.isEnglish ? "EN" : "ZH")",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:\(escaped(book.title))",
      ] + entries + ["END:VCALENDAR"]
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private func basic(_ day: String) -> String { day.replacing("-", with: "") }

  private func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
  }

  /// No line is longer than 75 octets; the rest goes on after a space. No character is cut in two.
  private func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let length = String(scalar).utf8.count
      if octets + length > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += length
    }
    return folded
  }
}
