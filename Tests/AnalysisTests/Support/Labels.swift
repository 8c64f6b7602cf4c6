import Foundation
import Model
import TestKit

/// The labels beside a shared capture, and how a result is judged by them.
struct Labels {
  struct Expectation {
    var attributes: [String]
    var hosts: [String]
    var isMust: Bool
    var needsProfile: Bool
  }

  private(set) var expectations: [Expectation] = []
  private(set) var absent: [(attribute: String, host: String?, except: [String])] = []
  private(set) var tools: [String] = []

  init(directory: String) throws {
    let data = Data(try Place.sharedBytes(directory + "/labels.json"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    let accepted = object["tool_accept"] as? [String: String] ?? [:]
    tools = (object["tool"] as? [String] ?? []).map { accepted[$0] ?? $0 }
    for item in object["disclosures"] as? [[String: Any]] ?? [] {
      guard let attribute = item["attribute"] as? String, let host = item["host"] as? String else {
        continue
      }
      let others = item["attribute_any"] as? [String] ?? []
      expectations.append(
        Expectation(
          attributes: [attribute] + others, hosts: [host] + (item["host_any"] as? [String] ?? []),
          isMust: item["importance"] as? String == "must",
          needsProfile: item["needs_profile"] as? Bool ?? false))
    }
    absent = (object["absent"] as? [[String: Any]] ?? []).compactMap { item in
      (item["attribute"] as? String).map {
        ($0, item["host"] as? String, item["except_hosts"] as? [String] ?? [])
      }
    }
  }

  struct Pair: Hashable {
    var attribute: String
    var host: String
  }

  /// Labels that were missed, and reported pairs that no label allows.
  func judge(
    _ pairs: Set<Pair>, withProfile: Bool = false
  ) -> (missed: [Expectation], found: Int, wrong: [Pair]) {
    func fits(_ expectation: Expectation, _ pair: Pair) -> Bool {
      (expectation.attributes.contains(pair.attribute) || expectation.attributes == ["*"])
        && (expectation.hosts.contains("*") || expectation.hosts.contains(pair.host))
    }
    let must = expectations.filter { $0.isMust && (withProfile || !$0.needsProfile) }
    let missed = must.filter { expectation in !pairs.contains { fits(expectation, $0) } }
    let wrong = pairs.filter { pair in
      if expectations.contains(where: { !$0.hosts.contains("*") && fits($0, pair) }) {
        return false
      }
      if absent.contains(where: {
        $0.attribute == pair.attribute && ($0.host ?? pair.host) == pair.host
          && !$0.except.contains(pair.host)
      }) {
        return true
      }
      return !expectations.contains { fits($0, pair) }
    }
    return (
      missed, must.count - missed.count,
      wrong.sorted { ($0.host, $0.attribute) < ($1.host, $1.attribute) }
    )
  }
}
