/// Why a text is not XML, as far as the program has words of its own for it.
enum Failure {
  case tagMismatch
  case nameRequired
  case unfinishedReference
  case unknownEntity
  case badNumber
  case lessInAttribute
  case unquotedAttribute
  case attributeWithoutValue
  case duplicateAttribute
  case missingSpace
  case hyphensInComment
  case strayCDATAEnd
  case noRoot
  case afterRoot
  case lateDeclaration
  case unfinishedTag
  case unclosedQuote
  case unfinishedComment
  case unfinishedCDATA
  case unfinishedInstruction
  case other
}
