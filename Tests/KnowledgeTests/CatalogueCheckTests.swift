import Knowledge
import Testing

@Suite struct `Mistakes in knowledge files` {
  private static func vendor(_ host: String) -> String {
    """
    id: acme
    name: Acme
    kind: ai
    endpoints:
      - \(host)
    """
  }

  private static func problems(_ files: [(String, String)]) -> [String] {
    CatalogueLoader(over: .builtIn).load(files.map { KnowledgeFile(path: $0.0, text: $0.1) })
      .problems.map(\.description)
  }

  /// A host entry of a vendor, and the problem that must be told about it.
  @Test(arguments: [
    (
      "{host: a.acme.com, roles: [api], certainty: reported, sources: [s], colour: red}",
      "vendors/acme.yaml:5: colour: unknown key"
    ),
    (
      "{host: a.acme.com, roles: [api], certainty: reported}",
      "vendors/acme.yaml:5: sources: is missing"
    ),
    (
      "{host: a.acme.com, roles: [apo], certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: roles: unknown role \"apo\"; known are api, app"
    ),
    (
      "{host: a.acme.com, certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: roles: wants at least one role"
    ),
    (
      "{host: a.acme.com, roles: [api], certainty: sure, sources: [s]}",
      "vendors/acme.yaml:5: certainty: \"sure\" is none of documented"
    ),
    (
      "{host: 'https://a.com', roles: [api], certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: host: https://a.com: labels hold letters"
    ),
    (
      "{host: '*.com', roles: [api], certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: host: *.com: it is too broad"
    ),
    (
      "{host: A.com, roles: [api], certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: host: must be in small letters"
    ),
    (
      "{host: a..com, roles: [api], certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: host: a..com: it has an empty label"
    ),
    (
      "{host: a.acme.com, roles: [api], ai: maybe, certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: ai: must be true or false"
    ),
    (
      "{host: a.acme.com, roles: [api], paths: {v1: [api]}, certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: paths: \"v1\" must begin with /"
    ),
    (
      "{host: api.openai.com, roles: [api], certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: host: api.openai.com is also claimed by openai"
    ),
    ("just-a-host", "vendors/acme.yaml:5: endpoints: each must be a mapping"),
  ])
  func `in hosts are told with file, line and key`(host: String, problem: String) {
    let found = Self.problems([("vendors/acme.yaml", Self.vendor(host))])
    #expect(found.count == 1 && found[0].hasPrefix(problem), "\(found)")
  }

  @Test func `in patterns that are never chosen are told`() {
    let host = { (name: String) in
      "{host: '\(name)', roles: [api], certainty: reported, sources: [s]}"
    }
    let text =
      Self.vendor(host("*.acme.com")) + "\n  - " + host("acme.com") + "\n  - "
      + host(".acme.com")
    #expect(
      Self.problems([("vendors/acme.yaml", text)]) == [
        "vendors/acme.yaml:7: host: .acme.com is never chosen: *.acme.com takes every name"
      ])
    let twice = Self.vendor(host("acme.com")) + "\n  - " + host("acme.com")
    #expect(
      Self.problems([("vendors/acme.yaml", twice)]).contains {
        $0.hasSuffix("host: acme.com stands here twice")
      })
  }

  /// A file, and the beginning of its only problem.
  @Test(arguments: [
    (
      "vendors/acme.yaml", "id: acne\nname: A\nkind: ai\n",
      "vendors/acme.yaml:1: id: the file of \"acne\" must be called acne.yaml"
    ),
    ("vendors/acme.yaml", "id: acme\nkind: ai\n", "vendors/acme.yaml:1: name: is missing"),
    (
      "vendors/Ac.yaml", "id: Ac\nname: A\nkind: ai\n",
      "vendors/Ac.yaml:1: id: \"Ac\" must be of small letters"
    ),
    (
      "vendors/acme.yaml", "id: acme\nname: A\nkind: shop\n",
      "vendors/acme.yaml:3: kind: \"shop\" is none of ai, processor, platform"
    ),
    ("vendors/acme.yaml", "id: a\nname: b: c\n", "vendors/acme.yaml:2: no YAML: "),
    ("vendors/acme.yaml", "id: a\nid: b\n", "vendors/acme.yaml:1: the same key twice: id"),
    ("vendors/acme.yaml", "- a", "vendors/acme.yaml:1: must be a mapping with an id"),
    ("vendors/acme.yaml", "", "vendors/acme.yaml: the file is empty"),
    (
      "vendors/acme.yaml", "{id: acme, remove: true}",
      "vendors/acme.yaml:1: remove: there is no acme to remove"
    ),
    ("vendor/acme.yaml", "id: acme", "vendor/acme.yaml: not part of the layout"),
    (
      "tools/t.yaml", "id: t\nname: T\nvendor: nobody\nkind: agent\nsources: [s]\n",
      "tools/t.yaml:1: vendor: there is no vendor nobody"
    ),
    (
      "tools/t.yaml",
      "id: t\nname: T\nvendor: openai\nkind: agent\nsources: [s]\nmarks:\n"
        + "  - {user-agent: '(a', weight: 1}",
      "tools/t.yaml:7: user-agent: bad pattern: a ( without its ), at offset 0 of (a"
    ),
    (
      "tools/t.yaml",
      "id: t\nname: T\nvendor: openai\nkind: agent\nsources: [s]\nmarks:\n"
        + "  - {user-agent: a, weight: 3}",
      "tools/t.yaml:7: weight: must be a number from 0.0 to 1.0"
    ),
    (
      "tools/t.yaml",
      "id: t\nname: T\nvendor: openai\nkind: agent\nsources: [s]\nmarks:\n"
        + "  - {smell: a, weight: 1}",
      "tools/t.yaml:7: marks: a mark has one place out of user-agent, header, path, body, host"
    ),
    (
      "tools/t.yaml",
      "id: t\nname: T\nvendor: openai\nkind: agent\nsources: [s]\nmarks:\n"
        + "  - {header: x-t, weight: 1}\n  - {header: x-t, weight: 0.5}",
      "tools/t.yaml:8: header: the same mark stands here twice"
    ),
    (
      "vendors/acme.yaml",
      "id: acme\nname: Acme\nkind: processor\nsources: [s]\nmarks:\n"
        + "  - {query: key, weight: 1}\n  - {header: x-t, weight: 1}\n  - {query: key, weight: 0.5}",
      "vendors/acme.yaml:8: query: the same mark stands here twice"
    ),
    (
      "vendors/acme.yaml",
      "id: acme\nname: Acme\nkind: processor\nsources: [s]\nmarks:\n"
        + "  - {query: key, weight: 1, hosts: [nowhere.example]}",
      "vendors/acme.yaml:6: hosts: no vendor lists nowhere.example"
    ),
    (
      "tools/t.yaml",
      "id: t\nname: T\nvendor: openai\nkind: agent\nsources: [s]\nhosts: [nowhere.example]\n",
      "tools/t.yaml:1: hosts: no vendor lists nowhere.example"
    ),
    (
      "vendors/acme.yaml",
      "id: acme\nname: Acme\nkind: processor\nendpoints:\n"
        + "  - {host: in.acme.com, roles: [crash], owner: nobody, certainty: reported, sources: [s]}",
      "vendors/acme.yaml:5: owner: there is no vendor nobody"
    ),
    ("clients.yaml", "id: x", "clients.yaml:1: must be a list"),
    ("clients.yaml", "- {id: x, name: X, user-agent: x/}", "clients.yaml:1: sources: is missing"),
    (
      "signals/s.yaml", "- {id: s, attribute: machine.os, part: head, path: a, sources: [s]}",
      "signals/s.yaml:1: part: \"head\" is none of ip, tcp"
    ),
    (
      "signals/s.yaml", "- {id: s, attribute: machine.smell, part: body, path: a, sources: [s]}",
      "signals/s.yaml:1: attribute: there is no attribute machine.smell"
    ),
    (
      "signals/s.yaml",
      "- {id: s, attribute: machine.os, part: body, path: a, tools: [none], sources: [s]}",
      "signals/s.yaml:1: tools: there is no tool none"
    ),
    (
      "signals/s.yaml",
      "- {id: s, attribute: machine.os, part: body, path: a, vendors: [none], sources: [s]}",
      "signals/s.yaml:1: vendors: there is no vendor none"
    ),
    (
      "signals/s.yaml", "- {id: s, attribute: machine.os, part: body, sources: [s]}",
      "signals/s.yaml:1: path: is missing"
    ),
    (
      "signals/s.yaml",
      "- {id: s, attribute: machine.os, part: body, path: a, sources: [s], targets: [v1]}",
      "signals/s.yaml:1: targets: \"v1\" must begin with /"
    ),
    (
      "signals/s.yaml",
      "- {id: s, attribute: machine.os, part: body, path: a, sources: [s], examples: [{value: a}]}",
      "signals/s.yaml:1: yields: is missing"
    ),
    (
      "signals/s.yaml",
      "- {id: s, attribute: machine.os, part: body, path: a, pattern: '^b', sources: [s], "
        + "examples: [{value: ab, yields: b}, {value: ab, path: c, yields: null}]}",
      "signals/s.yaml:1: examples: yields null, not \"b\""
    ),
    (
      "attributes.yaml", "attributes:\n  machine.smell: {sensitivity: 9, means: x}\n",
      "attributes.yaml:2: sensitivity: must be a number from 1.0 to 5.0"
    ),
    (
      "attributes.yaml", "attributes:\n  smell: {sensitivity: 1, means: x}\n",
      "attributes.yaml:2: attributes: \"smell\" must be category.name"
    ),
    (
      "attributes.yaml", "schema: telltale.attributes/1\n",
      "attributes.yaml:1: attributes: is missing"
    ),
  ])
  func `in a file are told`(path: String, text: String, problem: String) {
    let found = Self.problems([(path, text)])
    #expect(found.count == 1 && found[0].hasPrefix(problem), "\(found)")
  }

  @Test func `in ids that stand twice are told with both places`() {
    let text = "- {id: x, name: X, user-agent: x/, sources: [s]}\n"
    #expect(
      Self.problems([("clients.yaml", text + text)]) == [
        "clients.yaml:2: id: x is already defined at clients.yaml:1"
      ])
  }

  @Test func `keep the other entries`() {
    let loaded = CatalogueLoader().load([
      KnowledgeFile(path: "vendors/bad.yaml", text: "id: bad\n"),
      KnowledgeFile(path: "vendors/good.yaml", text: "id: good\nname: Good\nkind: ai\n"),
    ])
    #expect(loaded.catalogue.vendors.map(\.id) == ["good"])
    #expect(!loaded.problems.isEmpty)
  }
}
