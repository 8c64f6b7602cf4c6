import Synchronization

/// Gives each value a placeholder that it keeps: `<header.x-app#1>`.
///
/// Bounded; values beyond the bound share `<header.x-app#…>`.
package final class PlaceholderBook: Sendable {
  private struct Key: Hashable {
    var place: String
    var value: String
  }

  private struct Book {
    var numbers: [Key: Int] = [:]
    var counts: [String: Int] = [:]
  }

  /// Values that get a number of their own.
  package static let defaultLimit = 1 << 16
  private let limit: Int
  private let book = Mutex(Book())

  package init(limit: Int = defaultLimit) { self.limit = limit }

  package func placeholder(for value: String, in place: String) -> String {
    guard !value.isEmpty else { return "" }
    return book.withLock { book in
      let key = Key(place: place, value: value)
      if let number = book.numbers[key] { return "<\(place)#\(number)>" }
      guard book.numbers.count < limit else { return "<\(place)#…>" }
      let number = (book.counts[place] ?? 0) + 1
      book.counts[place] = number
      book.numbers[key] = number
      return "<\(place)#\(number)>"
    }
  }
}
