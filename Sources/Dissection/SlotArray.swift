/// Objects by small numbers that are handed out again once free.
struct SlotArray<Element: AnyObject> {
  private var elements: [Element?] = []
  private var free: [Int32] = []

  subscript(slot: Int32) -> Element? {
    slot >= 0 && Int(slot) < elements.count ? elements[Int(slot)] : nil
  }

  mutating func insert(_ element: Element) -> Int {
    if let slot = free.popLast() {
      elements[Int(slot)] = element
      return Int(slot)
    }
    elements.append(element)
    return elements.count - 1
  }

  mutating func remove(_ slot: Int32) {
    guard self[slot] != nil else { return }
    elements[Int(slot)] = nil
    free.append(slot)
  }
}
