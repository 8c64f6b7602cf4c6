import Foundation
import Testing

/// The object that the bytes are, read by somebody else's parser.
func parsedObject(_ bytes: [UInt8]) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(bytes))
  return try #require(value as? [String: Any])
}

/// The values behind a path of keys, or nil.
func member(_ object: [String: Any], _ path: String...) -> Any? {
  path.reduce(object as Any?) { value, key in (value as? [String: Any])?[key] }
}
