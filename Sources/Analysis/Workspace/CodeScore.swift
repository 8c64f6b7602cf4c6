/// Traits of program text, counted over the lines of one piece of a text.
///
/// | trait | points |
/// | --- | --- |
/// | declarations: functions, types, imports, variables in a language's own form | 2; 3 from three lines on |
/// | declarations on half of the lines | 2 |
/// | statements end as they do in programs, a quarter of the lines and at least two | 2 |
/// | lines indented below one that opens a block | 1; 2 from two on |
/// | calls, assignments, comparisons, a quarter of the lines and at least two | 2 |
/// | flow of control | 1 |
/// | comments | 1 |
///
/// A piece without any declaration or flow of control scores nothing, and neither does one that is mostly
/// sentences, data, log lines or markup. The greatest score is 13.
struct CodeScore {
  /// Languages whose comments begin with a number sign.
  private static let hashed: Set<CodeLanguage> = [.python, .ruby, .shell, .php, .perl]

  private(set) var lines = 0
  private var declarations = 0
  private var statements = 0
  private var nested = 0
  private var expressions = 0
  private var controls = 0
  private var comments = 0
  private var prose = 0
  private var data = 0
  private var logs = 0
  private var markup = 0
  private var hashes = 0
  private var languages: [CodeLanguage: Int] = [:]
  private var lastOpens = false
  private var lastIndentation = 0

  /// - Parameter indentation: columns before the line.
  mutating func add(_ line: CodeLine, indentation: Int) {
    lines += 1
    switch line.nature {
    case .prose: prose += 1
    case .data: data += 1
    case .log: logs += 1
    case .markup: markup += 1
    case .comment: comments += 1
    case .hash: hashes += 1
    case .code, .other: break
    }
    if let language = line.declares {
      declarations += 1
      languages[language, default: 0] += 1
    }
    if line.controls { controls += 1 }
    if line.endsStatement { statements += 1 }
    if line.expresses { expressions += 1 }
    if lastOpens, indentation > lastIndentation { nested += 1 }
    lastOpens = line.opens && line.nature != .prose && line.nature != .data
    lastIndentation = indentation
  }

  var points: Int {
    let marksComments = language.map { Self.hashed.contains($0) } ?? false
    let data = marksComments ? data : data + hashes
    let comments = marksComments ? comments + hashes : comments
    guard declarations + controls > 0, prose * 10 <= lines * 4, data * 2 <= lines,
      logs * 3 <= lines,
      markup * 2 <= lines
    else { return 0 }
    var points = declarations >= 3 ? 3 : declarations >= 1 ? 2 : 0
    if declarations >= 3, declarations * 2 >= lines { points += 2 }
    if statements >= 2, statements * 4 >= lines { points += 2 }
    points += min(nested, 2)
    if expressions >= 2, expressions * 4 >= lines { points += 2 }
    if controls > 0 { points += 1 }
    if comments > 0 { points += 1 }
    return points
  }

  /// The language whose declarations were most; nil without any.
  var language: CodeLanguage? {
    CodeLanguage.allCases.filter { languages[$0] != nil }
      .max { (languages[$0] ?? 0) < (languages[$1] ?? 0) }
  }
}
