import Foundation
import Knowledge
import Testing

@Suite struct `Knowledge files` {
  private static let base = Catalogue(
    vendors: [
      Vendor(
        id: "acme", name: "Acme", kind: .ai,
        endpoints: [
          HostEntry(
            host: "api.acme.com", roles: ["api"], pathRoles: [], isAI: true, certainty: .documented,
            sources: ["test"], note: nil)
        ])
    ],
    tools: [
      Tool(
        id: "acme-cli", name: "Acme CLI", vendor: "acme", kind: .agent, marks: [],
        sessionHeaders: [], sessionPaths: [], sources: ["test"], note: nil)
    ], signals: [],
    attributes: [Attribute(id: "machine.os", sensitivity: 1, means: "operating system")])

  private static let gateway = KnowledgeFile(
    path: "vendors/house.yaml",
    text: """
      id: house
      name: Our gateway
      kind: ai
      endpoints:
        - host: llm.corp.example
          roles: [proxy-gateway]
          paths:
            /v1/: api
            /v1/log: [telemetry]
          certainty: observed-on-wire
          sources: wiki
          note: ours
      """)

  @Test func `add to the catalogue`() {
    let loaded = CatalogueLoader(over: Self.base).load([Self.gateway])
    #expect(loaded.problems == [])
    #expect(loaded.catalogue.vendors.map(\.id) == ["acme", "house"])
    let match = loaded.catalogue.host("llm.corp.example")
    #expect(match?.entry.roles(forPath: "/v1/log/x") == ["telemetry"])
    #expect(match?.entry.roles(forPath: "/v1/x") == ["api"])
    #expect(match?.entry.sources == ["wiki"])
    #expect(match?.entry.isAI == true)
    #expect(loaded.catalogue.host("api.acme.com") != nil)
  }

  @Test func `replace an entry of the same id`() {
    let file = KnowledgeFile(
      path: "vendors/acme.yaml",
      text: """
        id: acme
        name: Acme again
        kind: platform
        endpoints:
          - {host: new.acme.com, roles: [app], certainty: reported, sources: [test]}
        """)
    let loaded = CatalogueLoader(over: Self.base).load([file])
    #expect(loaded.problems == [])
    #expect(loaded.catalogue.vendor(id: "acme")?.name == "Acme again")
    #expect(loaded.catalogue.host("api.acme.com") == nil)
    #expect(loaded.catalogue.host("new.acme.com")?.entry.isAI == false)
  }

  @Test func `remove entries, tools before their vendor`() {
    let vendor = KnowledgeFile(path: "vendors/acme.yaml", text: "{id: acme, remove: true}")
    let tool = KnowledgeFile(path: "tools/acme-cli.yaml", text: "{id: acme-cli, remove: true}")
    let both = CatalogueLoader(over: Self.base).load([vendor, tool])
    #expect(both.problems == [])
    #expect(both.catalogue.vendors.isEmpty && both.catalogue.tools.isEmpty)
    let one = CatalogueLoader(over: Self.base).load([vendor])
    #expect(one.problems.map(\.message) == ["tool acme-cli still refers to acme"])
  }

  @Test func `describe tools, clients, signals and their examples`() throws {
    let loaded = CatalogueLoader(over: Self.base).load([
      KnowledgeFile(
        path: "tools/bot.yaml",
        text: """
          id: bot
          name: Bot
          vendor: acme
          kind: agent
          marks:
            - user-agent: '^bot/(\\d+)'
              weight: 0.9
            - header: X-Bot
              pattern: ^yes$
              weight: 0.5
              hosts: [.acme.com]
          session-headers: [x-session]
          session-paths: ['$.session']
          sources: [test]
          """),
      KnowledgeFile(
        path: "clients.yaml",
        text: "- {id: lib, name: Lib, user-agent: '^lib/(.+)$', sources: [test]}"),
      KnowledgeFile(
        path: "signals/bot.yaml",
        text: """
          - id: bot.os
            attribute: machine.os
            part: body
            path: $.os
            pattern: '^os=(.*)$'
            redaction: secret
            tools: [bot]
            vendors: acme
            targets: [/v1/log]
            confidence: 0.7
            sources: [test]
            examples:
              - {value: os=linux, yields: linux}
              - {value: no, path: $.x, yields: null}
              - {value: os=null, yields: 'null'}
          """),
    ])
    #expect(loaded.problems.map(\.description) == [])
    let tool = try #require(loaded.catalogue.tool(id: "bot"))
    #expect(tool.marks.map(\.place) == [.userAgent, .header])
    #expect(tool.marks[1].hosts == [".acme.com"])
    #expect(tool.sessionPaths == ["$.session"])
    let signal = try #require(loaded.catalogue.signals.first)
    #expect(signal.redaction == .secret && signal.targets == ["/v1/log"])
    #expect(signal.vendors == ["acme"] && signal.confidence == 0.7)
    #expect(loaded.examples.map(\.yields) == ["linux", nil, "null"])
    #expect(loaded.catalogue.client(userAgent: "lib/3")?.version == "3")
  }

  @Test func `are read from a folder`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "telltale-knowledge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let vendors = folder.appending(path: "vendors")
    try FileManager.default.createDirectory(at: vendors, withIntermediateDirectories: true)
    try Data(Self.gateway.text.utf8).write(to: vendors.appending(path: "house.yaml"))
    try Data("notes".utf8).write(to: folder.appending(path: "README.md"))
    try Data([0xFF, 0xFE]).write(to: folder.appending(path: "clients.yaml"))
    let loaded = CatalogueLoader(over: Self.base).load(directory: folder.path)
    #expect(
      loaded.problems.map(\.description) == ["\(folder.path)/clients.yaml: the file is not UTF-8"])
    #expect(loaded.catalogue.vendor(id: "house") != nil)
    let none = CatalogueLoader().load(directory: folder.path + "-none")
    #expect(none.problems.map(\.message) == ["the folder cannot be read"])
  }
}
