/// A User-Agent, taken apart (RFC 9110, section 10.1.5): products with versions, and comments.
struct UserAgent {
  struct Product: Equatable {
    var name: String
    var version: String?
    /// The product as it was sent.
    var text: String
  }

  private(set) var products: [Product] = []
  /// Items of comments, split at semicolons.
  private(set) var comments: [String] = []

  init(_ value: String) {
    var rest = Substring(value.prefix(1024))
    while !rest.isEmpty, products.count + comments.count < 32 {
      rest = rest.drop { $0 == " " }
      if rest.first == "(" {
        let inner = rest.dropFirst().prefix { $0 != ")" }
        for item in inner.split(whereSeparator: { $0 == ";" || $0 == "," }) {
          comments.append(String(item).trimmed)
        }
        rest = rest.dropFirst(inner.count + 2)
      } else {
        let word = rest.prefix { $0 != " " && $0 != ";" }
        rest = rest.dropFirst(max(word.count, 1))
        if !word.isEmpty { add(word) }
      }
    }
  }

  private mutating func add(_ word: Substring) {
    // `Name/Language 1.2.3`: the version stands in a word of its own.
    if let last = products.indices.last, word.first?.isNumber == true,
      products[last].version.map({ $0.first?.isNumber == false }) ?? true
    {
      products[last].text += " " + word
      let name = products[last].version.map { "\(products[last].name)/\($0)" }
      products[last].name = name ?? products[last].name
      products[last].version = String(word)
      return
    }
    let parts = word.split(separator: "/", maxSplits: 1)
    guard let name = parts.first else { return }
    products.append(
      Product(
        name: String(name), version: parts.count > 1 ? String(parts[1]) : nil, text: String(word)))
  }

  /// Whether it is a browser's (or claims to be).
  var isBrowser: Bool { products.first?.name == "Mozilla" }

  /// Whether it says which browser: a bare `Mozilla/5.0` does not, and crawlers give their address.
  var namesBrowser: Bool {
    (products.count > 1 || !comments.isEmpty) && !comments.contains { $0.hasPrefix("+http") }
  }
}
