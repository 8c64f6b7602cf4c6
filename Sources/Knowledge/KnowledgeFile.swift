import Foundation

/// A YAML file of the knowledge base.
public struct KnowledgeFile: Sendable, Hashable {
  /// Path within the knowledge folder: `vendors/anthropic.yaml`.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The largest file that is read, in bytes.
  public static let maximumSize = 4 << 20

  /// The YAML files of a folder laid out as the built-in knowledge is, in the order of their paths.
  ///
  /// What cannot be read is told as a problem.
  static func all(in directory: String) -> (files: [KnowledgeFile], problems: [CatalogueProblem]) {
    var files: [KnowledgeFile] = []
    var problems: [CatalogueProblem] = []
    func complain(_ path: String, _ message: String) {
      problems.append(CatalogueProblem(file: path, line: 0, key: "", message: message))
    }
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: directory) else {
      complain(directory, "the folder cannot be read")
      return ([], problems)
    }
    for name in names.sorted() where name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let url = URL(filePath: directory).appending(path: name)
      let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
      if let size = attributes?[.size] as? Int, size > maximumSize {
        complain(name, "the file is larger than \(maximumSize) bytes")
      } else if let data = try? Data(contentsOf: url) {
        if let text = String(data: data, encoding: .utf8) {
          files.append(KnowledgeFile(path: name, text: text))
        } else {
          complain(name, "the file is not UTF-8")
        }
      } else {
        complain(name, "the file cannot be read")
      }
    }
    return (files, problems)
  }
}
