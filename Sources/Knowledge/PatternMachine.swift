/// Runs a ``PatternProgram`` over bytes: all paths step together, the better ones first.
///
/// This is Pike's machine. An instruction is visited at most once per position, so time is bounded
/// by input times program, and memory by the program alone.
struct PatternMachine {
  private struct Thread {
    var instruction: Int32
    var start: Int
    var groupStart: Int
    var groupEnd: Int
  }

  private let program: PatternProgram
  private let count: Int
  private var current: [Thread] = []
  private var next: [Thread] = []
  private var pending: [Thread] = []
  /// The position, plus one, at which an instruction was last put on a list.
  private var visited: [Int]

  private init(_ program: PatternProgram, count: Int) {
    self.program = program
    self.count = count
    visited = [Int](repeating: 0, count: program.instructions.count)
  }

  static func firstMatch(
    of program: PatternProgram, in bytes: Span<UInt8>, from start: Int
  ) -> Pattern.Match? {
    guard start >= 0, start <= bytes.count, !(program.isAnchored && start > 0),
      let first = candidate(of: program, in: bytes, from: start)
    else { return nil }
    var machine = PatternMachine(program, count: bytes.count)
    return machine.run(bytes, from: first)
  }

  /// The next position at or after `start` where a match can begin.
  private static func candidate(
    of program: PatternProgram, in bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    guard let firstBytes = program.firstBytes else { return start }
    let last = bytes.count - max(1, program.prefix.count)
    var position = start
    while position <= last {
      if firstBytes.contains(bytes[position]), hasPrefix(program.prefix, bytes, at: position) {
        return position
      }
      if program.isAnchored { return nil }
      position += 1
    }
    return nil
  }

  private static func hasPrefix(
    _ prefix: [UInt8], _ bytes: Span<UInt8>, at position: Int
  ) -> Bool {
    var index = 1
    while index < prefix.count {
      if prefix[index] != bytes[position + index] { return false }
      index += 1
    }
    return true
  }

  private mutating func run(_ bytes: Span<UInt8>, from start: Int) -> Pattern.Match? {
    var best: Thread?
    var bestEnd = 0
    var position = start
    while true {
      if best == nil, position == start || !program.isAnchored {
        if current.isEmpty {
          guard let found = Self.candidate(of: program, in: bytes, from: position) else { break }
          position = found
        }
        let thread = Thread(instruction: 0, start: position, groupStart: -1, groupEnd: -1)
        Self.follow(
          thread, at: position, count: count, program, &pending, &visited, into: &current)
      }
      if current.isEmpty { break }
      next.removeAll(keepingCapacity: true)
      for thread in current {
        let instruction = program.instructions[Int(thread.instruction)]
        if instruction.operation == .match {
          best = thread
          bestEnd = position
          // What follows in the list has less priority than this match.
          break
        }
        guard position < count, accepts(instruction, bytes[position]) else { continue }
        var stepped = thread
        stepped.instruction += 1
        Self.follow(
          stepped, at: position + 1, count: count, program, &pending, &visited, into: &next)
      }
      swap(&current, &next)
      if position == count { break }
      position += 1
    }
    guard let best else { return nil }
    let group = best.groupEnd >= 0 ? best.groupStart..<best.groupEnd : nil
    return Pattern.Match(range: best.start..<bestEnd, group: group)
  }

  private func accepts(_ instruction: PatternProgram.Instruction, _ byte: UInt8) -> Bool {
    instruction.operation == .byte
      ? instruction.byte == byte : program.sets[Int(instruction.first)].contains(byte)
  }

  /// Puts on `list` every instruction that consumes or matches and that `thread` reaches for free.
  private static func follow(
    _ thread: Thread, at position: Int, count: Int, _ program: PatternProgram,
    _ pending: inout [Thread], _ visited: inout [Int], into list: inout [Thread]
  ) {
    pending.append(thread)
    while var thread = pending.popLast() {
      let index = Int(thread.instruction)
      if visited[index] == position + 1 { continue }
      visited[index] = position + 1
      let instruction = program.instructions[index]
      switch instruction.operation {
      case .byte, .set, .match:
        list.append(thread)
        continue
      case .jump:
        thread.instruction = instruction.first
      case .split:
        var other = thread
        other.instruction = instruction.second
        pending.append(other)
        thread.instruction = instruction.first
      case .groupStart:
        thread.groupStart = position
        thread.groupEnd = -1
        thread.instruction += 1
      case .groupEnd:
        thread.groupEnd = position
        thread.instruction += 1
      case .start:
        guard position == 0 else { continue }
        thread.instruction += 1
      case .end:
        guard position == count else { continue }
        thread.instruction += 1
      }
      pending.append(thread)
    }
  }
}
