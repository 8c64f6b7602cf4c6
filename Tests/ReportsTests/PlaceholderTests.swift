import Reports
import Testing

@Suite struct `Placeholders of hidden values` {
  @Test func `are numbered up to their limit, and shared beyond`() {
    let book = PlaceholderBook(limit: 3)
    let first = (0..<3).map { book.placeholder(for: "value \($0)", in: "header.x-app") }
    #expect(first == ["<header.x-app#1>", "<header.x-app#2>", "<header.x-app#3>"])
    for number in 3..<100 {
      #expect(book.placeholder(for: "value \(number)", in: "header.x-app") == "<header.x-app#…>")
    }
    // Those that have a number keep it.
    #expect(book.placeholder(for: "value 1", in: "header.x-app") == "<header.x-app#2>")
    #expect(book.placeholder(for: "value 1", in: "cookie") == "<cookie#…>")
  }
}
