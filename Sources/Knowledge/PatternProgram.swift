/// The automaton of a pattern: instructions for ``PatternMachine``, and what its matches begin
/// with.
struct PatternProgram: Sendable {
  enum Operation: UInt8, Sendable {
    /// Consumes the byte `byte`.
    case byte
    /// Consumes a byte of the set number `first`.
    case set
    /// Goes on at `first` and, with less priority, at `second`.
    case split
    case jump
    case groupStart
    case groupEnd
    case start
    case end
    case match
  }

  struct Instruction: Sendable {
    var operation: Operation
    var byte: UInt8 = 0
    var first: Int32 = 0
    var second: Int32 = 0
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ByteSet] = []
  private(set) var hasGroup = false
  /// Whether a match can only begin at offset 0.
  private(set) var isAnchored = false
  /// Bytes that every match begins with.
  private(set) var prefix: [UInt8] = []
  /// Bytes that a match can begin with; nil when a match can be empty.
  private(set) var firstBytes: ByteSet?

  init(compiling node: PatternNode) throws(PatternError) {
    try emit(node)
    try append(Instruction(operation: .match))
    findPrefix()
    findFirstBytes()
  }

  @discardableResult
  private mutating func append(
    _ instruction: Instruction, offset: Int = 0
  ) throws(PatternError) -> Int {
    guard instructions.count < Pattern.maximumProgramSize else {
      throw PatternError(
        message: "the pattern is too large: more than \(Pattern.maximumProgramSize) instructions",
        offset: offset)
    }
    instructions.append(instruction)
    return instructions.count - 1
  }

  private var here: Int32 { Int32(instructions.count) }

  private mutating func emit(_ node: PatternNode) throws(PatternError) {
    switch node {
    case .empty: break
    case .byte(let byte): try append(Instruction(operation: .byte, byte: byte))
    case .set(let set):
      let index = sets.firstIndex(of: set) ?? sets.count
      if index == sets.count { sets.append(set) }
      try append(Instruction(operation: .set, first: Int32(index)))
    case .start: try append(Instruction(operation: .start))
    case .end: try append(Instruction(operation: .end))
    case .sequence(let nodes):
      for node in nodes { try emit(node) }
    case .alternatives(let branches): try emit(alternatives: branches)
    case .repetition(let node, let minimum, let maximum, let offset):
      try emit(node, minimum: minimum, maximum: maximum, offset: offset)
    case .capture(let node):
      hasGroup = true
      try append(Instruction(operation: .groupStart))
      try emit(node)
      try append(Instruction(operation: .groupEnd))
    }
  }

  private mutating func emit(alternatives branches: [PatternNode]) throws(PatternError) {
    var exits: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index < branches.count - 1 else {
        try emit(branch)
        break
      }
      let split = try append(Instruction(operation: .split))
      instructions[split].first = here
      try emit(branch)
      exits.append(try append(Instruction(operation: .jump)))
      instructions[split].second = here
    }
    for exit in exits { instructions[exit].first = here }
  }

  private mutating func emit(
    _ node: PatternNode, minimum: Int, maximum: Int?, offset: Int
  ) throws(PatternError) {
    for _ in 0..<minimum {
      let before = instructions.count
      try emit(node)
      // Copies of nothing would cost time without end when such repetitions nest.
      if instructions.count == before { return }
    }
    guard let maximum else {
      let split = try append(Instruction(operation: .split), offset: offset)
      instructions[split].first = here
      try emit(node)
      try append(Instruction(operation: .jump, first: Int32(split)), offset: offset)
      instructions[split].second = here
      return
    }
    var exits: [Int] = []
    for _ in minimum..<max(minimum, maximum) {
      let split = try append(Instruction(operation: .split), offset: offset)
      instructions[split].first = here
      exits.append(split)
      try emit(node)
      if instructions.count == split + 1 { break }
    }
    for exit in exits { instructions[exit].second = here }
  }

  private mutating func findPrefix() {
    var index = 0
    while index < instructions.count {
      let instruction = instructions[index]
      switch instruction.operation {
      case .start where prefix.isEmpty:
        isAnchored = true
        index += 1
      case .groupStart, .groupEnd: index += 1
      case .byte:
        prefix.append(instruction.byte)
        index += 1
      case .set, .split, .jump, .start, .end, .match: return
      }
    }
  }

  /// Follows every path from the beginning to the first byte that it consumes.
  private mutating func findFirstBytes() {
    var result = ByteSet()
    var isSeen = [Bool](repeating: false, count: instructions.count)
    var pending = [0]
    while let index = pending.popLast() {
      if isSeen[index] { continue }
      isSeen[index] = true
      let instruction = instructions[index]
      switch instruction.operation {
      case .byte: result.insert(instruction.byte)
      case .set: result.formUnion(sets[Int(instruction.first)])
      case .split: pending += [Int(instruction.first), Int(instruction.second)]
      case .jump: pending.append(Int(instruction.first))
      case .groupStart, .groupEnd, .start: pending.append(index + 1)
      case .end, .match: return
      }
    }
    firstBytes = result
  }
}
