private import CQPDF

/// qpdf's C interface, and all there is of it in Swift: C values come in here and Swift values go out.
///
/// What fails gives null, zero or nothing, and qpdf remembers why. So work is done first, and ``check()`` is called once
/// at its end.
@safe final class QPDF {
  private var document: qpdf_data?
  /// qpdf reads from here as long as it lives.
  private let source: UnsafeMutableBufferPointer<UInt8>
  private var problem: PDFProblem?

  /// Opens a PDF. Damage is never repaired: what is guessed at cannot be trusted.
  init(_ bytes: [UInt8]) throws(PDFProblem) {
    unsafe source = .allocate(capacity: bytes.count)
    _ = unsafe source.initialize(from: bytes)
    unsafe document = qpdf_init()
    unsafe qpdf_silence_errors(document)
    unsafe qpdf_set_suppress_warnings(document, QPDF_TRUE)
    unsafe qpdf_set_attempt_recovery(document, QPDF_FALSE)
    unsafe source.withMemoryRebound(to: CChar.self) { text in
      _ = unsafe qpdf_read_memory(document, "PDF", text.baseAddress, UInt64(text.count), nil)
    }
    try check()
    guard unsafe qpdf_is_encrypted(document) == QPDF_FALSE else { throw .encrypted }
  }

  deinit {
    unsafe qpdf_cleanup(&document)
    unsafe source.deallocate()
  }

  /// Throws what went wrong since the PDF was opened; a PDF that was found to be damaged stays so.
  func check() throws(PDFProblem) {
    if problem == nil, let error = unsafe qpdf_get_error(document) ?? qpdf_next_warning(document) {
      let words = unsafe String(cString: qpdf_get_error_full_text(document, error))
      problem = unsafe qpdf_get_error_code(document, error) == qpdf_e_password ? .encrypted : .damaged(words)
    }
    if let problem { throw problem }
  }

  /// The file as it is now. The same objects give the same bytes: `/ID` is a checksum.
  func write() throws(PDFProblem) -> [UInt8] {
    _ = unsafe qpdf_init_write_memory(document)
    try check()
    unsafe qpdf_set_deterministic_ID(document, QPDF_TRUE)
    unsafe qpdf_set_object_stream_mode(document, qpdf_o_generate)
    unsafe qpdf_set_minimum_pdf_version(document, "1.7")
    _ = unsafe qpdf_write(document)
    try check()
    return unsafe Array(
      UnsafeBufferPointer(start: qpdf_get_buffer(document), count: qpdf_get_buffer_length(document)))
  }

  // MARK: Pages

  /// The pages in order, each with what it inherits from the page tree.
  func pages() throws(PDFProblem) -> [Object] {
    // qpdf goes down the tree by recursion; one of thousands of levels would be its end, and ours.
    var unseen = Unseen()
    var level = [catalogue["/Pages"]]
    for _ in 0..<64 { level = level.flatMap { unseen.items(of: $0["/Kids"]) } }
    guard level.isEmpty else { throw .damaged("PDF: page tree of more than 64 levels") }

    _ = unsafe qpdf_push_inherited_attributes_to_page(document)
    let count = unsafe max(0, qpdf_get_num_pages(document))
    try check()
    return (0..<Int(count)).map { object(unsafe qpdf_get_page_n(document, $0)) }
  }

  /// Adds a page at the end.
  func append(_ page: Object) { _ = unsafe qpdf_add_page(document, document, page.handle, QPDF_FALSE) }

  func remove(_ page: Object) { _ = unsafe qpdf_remove_page(document, page.handle) }

  // MARK: Objects

  var trailer: Object { object(unsafe qpdf_get_trailer(document)) }
  var catalogue: Object { object(unsafe qpdf_get_root(document)) }

  /// An object from PDF syntax, without references: `<< /Type /Page >>`.
  func parse(_ syntax: String) -> Object { object(unsafe qpdf_oh_parse(document, syntax)) }

  /// A text string.
  func text(_ text: String) -> Object {
    object(unsafe qpdf_oh_new_binary_unicode_string(document, text, text.utf8.count))
  }

  /// A stream of these bytes.
  func stream(_ bytes: [UInt8]) -> Object {
    let stream = unsafe qpdf_oh_new_stream(document)
    let none = unsafe qpdf_oh_new_null(document)
    unsafe qpdf_oh_replace_stream_data(document, stream, bytes, bytes.count, none, none)
    return object(stream)
  }

  /// The object as one that is referred to by its number.
  func indirect(_ direct: Object) -> Object { object(unsafe qpdf_make_indirect_object(document, direct.handle)) }

  /// An object by its handle. Where qpdf fails it gives an object that is not even null, and that must not be used.
  private func object(_ handle: UInt32) -> Object {
    let isUsable = unsafe qpdf_oh_is_initialized(document, handle) == QPDF_TRUE
    return Object(owner: self, handle: unsafe isUsable ? handle : qpdf_oh_new_null(document))
  }

  /// An object of the PDF, which may be null. Asking one kind of object for what only another has gives null or nothing.
  struct Object {
    fileprivate let owner: QPDF
    fileprivate let handle: UInt32
    private var document: qpdf_data? { unsafe owner.document }

    /// The number by which others refer to it; nil if it stands inside of another.
    var id: Int? {
      let number = unsafe qpdf_oh_get_object_id(document, handle)
      return number == 0 ? nil : Int(number)
    }

    var number: Double? {
      var number = 0.0
      return unsafe qpdf_oh_get_value_as_number(document, handle, &number) == QPDF_TRUE ? number : nil
    }

    /// A name, with its `/`.
    var name: String? {
      unsafe qpdf_oh_is_name(document, handle) == QPDF_TRUE
        ? unsafe String(cString: qpdf_oh_get_name(document, handle)) : nil
    }

    /// A string that is text. Beside the two encodings of PDF, UTF-8 without a mark is understood.
    var text: String? {
      guard unsafe qpdf_oh_is_string(document, handle) == QPDF_TRUE else { return nil }
      var count = 0
      let raw = unsafe qpdf_oh_get_binary_string_value(document, handle, &count)
      let bytes = unsafe UnsafeRawBufferPointer(start: raw, count: count)
      if let text = unsafe String(validating: bytes, as: UTF8.self), text.unicodeScalars.first != "\u{FEFF}" {
        return text
      }
      let decoded = unsafe qpdf_oh_get_binary_utf8_value(document, handle, &count)
      return unsafe String(decoding: UnsafeRawBufferPointer(start: decoded, count: count), as: UTF8.self)
    }

    /// Of an array.
    var count: Int {
      unsafe qpdf_oh_is_array(document, handle) == QPDF_TRUE ? Int(qpdf_oh_get_array_n_items(document, handle)) : 0
    }

    /// Of an array; null outside of it.
    subscript(index: Int) -> Object {
      owner.object(
        unsafe index < count
          ? qpdf_oh_get_array_item(document, handle, Int32(index)) : qpdf_oh_new_null(document))
    }

    /// The dictionary, or that of a stream.
    private var dictionary: UInt32? {
      if unsafe qpdf_oh_is_stream(document, handle) == QPDF_TRUE { return unsafe qpdf_oh_get_dict(document, handle) }
      return unsafe qpdf_oh_is_dictionary(document, handle) == QPDF_TRUE ? handle : nil
    }

    /// Of a dictionary or a stream, by the name of the key with its `/`.
    subscript(key: String) -> Object {
      get {
        owner.object(
          unsafe dictionary.map { unsafe qpdf_oh_get_key(document, $0, key) } ?? qpdf_oh_new_null(document))
      }
      nonmutating set {
        if let dictionary { unsafe qpdf_oh_replace_key(document, dictionary, key, newValue.handle) }
      }
    }

    /// Takes a key off a dictionary.
    func remove(_ key: String) {
      if let dictionary { unsafe qpdf_oh_remove_key(document, dictionary, key) }
    }

    /// The keys and values of a dictionary, by key.
    var entries: [(key: String, value: Object)] {
      guard let dictionary else { return [] }
      var entries: [(key: String, value: Object)] = []
      unsafe qpdf_oh_begin_dict_key_iter(document, dictionary)
      while unsafe qpdf_oh_dict_more_keys(document) == QPDF_TRUE, let key = unsafe qpdf_oh_dict_next_key(document) {
        entries.append((unsafe String(cString: key), owner.object(unsafe qpdf_oh_get_key(document, dictionary, key))))
      }
      return entries
    }

    /// What a page draws: its content streams one after the other.
    var pageContent: [UInt8] {
      var buffer: UnsafeMutablePointer<UInt8>?
      var count = 0
      _ = unsafe qpdf_oh_get_page_content_data(document, handle, &buffer, &count)
      defer { unsafe free(buffer) }
      return unsafe Array(UnsafeBufferPointer(start: buffer, count: unsafe buffer == nil ? 0 : count))
    }
  }
}
