import Analysis
import Foundation
import Model
import Testing

@Suite struct `Lists of packages` {
  @Test(arguments: [
    (
      "numpy==1.26.4\n# science\nscipy>=1.11,<2 ; python_version > '3.9'\nrequests[socks]~=2.31\n",
      "numpy==1.26.4, scipy>=1.11,<2 ; python_version > 3.9, requests[socks]~=2.31"
    ),
    (
      "Package    Version\n---------- -------\nnumpy      1.26.4\npip        23.2.1\n\nDone.",
      "numpy      1.26.4, pip        23.2.1"
    ),
    (
      "# Name    Version   Build  Channel\nnumpy     1.26.4    py311  conda-forge\nzlib      1.2.13    0\n",
      "numpy     1.26.4, zlib      1.2.13"
    ),
    (
      "{\n  \"name\": \"ledger\",\n  \"dependencies\": {\n    \"react\": \"^18.2.0\",\n    \"@acme/core\": \"workspace:*\"\n  },\n  \"x\": 1\n}",
      "react ^18.2.0, @acme/core workspace:*"
    ),
    (
      #"{"name":"ledger","devDependencies":{"vite":"^5.0.0"},"dependencies":{"react":"18.2.0"}}"#,
      "vite ^5.0.0, react 18.2.0"
    ),
    (
      "     3\u{2192}  \"dependencies\": {\n     4\u{2192}    \"react\": \"^18.2.0\",\n     5\u{2192}    \"vite\": \"~5.0.1\"\n     6\u{2192}  }",
      "react ^18.2.0, vite ~5.0.1"
    ),
    (
      "[package]\nname = \"ledger\"\n\n[dependencies]\nserde = \"1.0\"\ntokio = { version = \"1\", features = [\"full\"] }\n",
      "serde = 1.0, tokio = { version = 1, features = [full] }"
    ),
    (
      "[[package]]\nname = \"serde\"\nversion = \"1.0.190\"\n\n[[package]]\nname = \"tokio\"\nversion = \"1.33.0\"\n",
      "serde, tokio"
    ),
    (
      "module quietharbor.example/ledger\n\nrequire (\n\tgithub.com/acme/core v1.2.3\n\tgolang.org/x/net v0.17.0 // indirect\n)\n",
      "github.com/acme/core v1.2.3, golang.org/x/net v0.17.0"
    ),
    (
      "ledger@1.0.0 /srv/ledger\n├── express@4.18.2\n└─┬ @acme/core@1.2.0\n  └── ms@2.1.3\n",
      "express@4.18.2, @acme/core@1.2.0, ms@2.1.3"
    ),
    ("ledger v0.1.0\n├── serde v1.0.190\n└── tokio v1.33.0\n", "serde v1.0.190, tokio v1.33.0"),
    ("source 'https://rubygems.org'\ngem 'rails', '~> 7.0'\ngem 'pg'\n", "rails, ~> 7.0, pg"),
    ("GEM\n  specs:\n    rails (7.0.4)\n    pg (1.5.4)\n", "rails (7.0.4), pg (1.5.4)"),
    (
      "target 'Ledger' do\n  pod 'Alamofire', '~> 5.8'\n  pod 'SnapKit'\nend\n",
      "Alamofire, ~> 5.8, SnapKit"
    ),
    (
      "  dependencies: [\n    .package(url: \"https://h.example/a/b\", from: \"1.0.0\"),\n    .package(url: \"https://h.example/a/c\", exact: \"2.1.0\"),\n  ],",
      "url: https://h.example/a/b, from: 1.0.0, url: https://h.example/a/c, exact: 2.1.0"
    ),
    (
      "dependencies {\n    implementation 'org.acme:core:1.2.3'\n    testImplementation(\"org.junit:junit:4.13\")\n}",
      "org.acme:core:1.2.3, org.junit:junit:4.13"
    ),
    (
      "<dependencies>\n<dependency>\n<groupId>org.acme</groupId>\n<artifactId>core</artifactId>\n<version>1.2</version>\n</dependency>\n<dependency>\n<groupId>org.acme</groupId>\n<artifactId>net</artifactId>\n</dependency>\n</dependencies>",
      "core, net"
    ),
    (
      "[INFO] +- org.acme:core:jar:1.2:compile\n[INFO] |  \\- org.acme:net:jar:2.0:compile\n",
      "org.acme:core:jar:1.2:compile, org.acme:net:jar:2.0:compile"
    ),
    (
      "<PackageReference Include=\"Serilog\" Version=\"3.1.1\" />\n<PackageReference Include=\"Polly\" Version=\"8.2.0\" />",
      "Serilog Version=3.1.1, Polly Version=8.2.0"
    ),
    (
      "ii  bash  5.2.15-2+b2  amd64  GNU Bourne Again SHell\nii  curl  7.88.1-10  amd64  command line tool\n",
      "bash  5.2.15-2+b2, curl  7.88.1-10"
    ),
    (
      "Listing... Done\nbash/stable,now 5.2.15-2+b2 amd64 [installed]\ncurl/stable 7.88.1-10 amd64 [installed]\n",
      "bash/stable,now 5.2.15-2+b2, curl/stable 7.88.1-10"
    ),
    (
      "bash-5.1.8-6.el9.x86_64\ntzdata-2023c-1.el9.noarch\n",
      "bash-5.1.8-6.el9.x86_64, tzdata-2023c-1.el9.noarch"
    ),
    (
      "\"@acme/core@^1.2\":\n  version \"1.2.4\"\n\nlodash@^4.17.21:\n  version \"4.17.21\"\n",
      "@acme/core@^1.2, lodash@^4.17.21"
    ),
    (
      "name: ledger\ndependencies:\n  http: ^1.1.0\n  intl: ^0.18.1\n",
      "http: ^1.1.0, intl: ^0.18.1"
    ),
    ("dependencies:\n  - python=3.11\n  - numpy>=1.26\n", "python=3.11, numpy>=1.26"),
    (
      "dependencies = [\n  \"numpy>=1.26\",\n  \"requests~=2.31\",\n]\n",
      "numpy>=1.26, requests~=2.31"
    ),
  ])
  func `are told by their entries`(text: String, entries: String) {
    #expect(told(answer: text).values("workspace.dependencies") == [entries], "\(text)")
    #expect(told(message: "See:\n" + text).values("workspace.dependencies") == [entries], "\(text)")
  }

  @Test(arguments: [
    "numpy==1.26.4", "Use numpy==1.26.4 and scipy==1.11 here.\nThen pandas==2.0 will do as well.",
    "if count >= 3:\n    total == 5\n    x >= 10\n", "a==1\nb==2\nc>=3\n",
    "We have rails (7.0.4) and\npg (1.5.4) in use", "Anna (42)\nBoris (37)\n",
    "dependencies:\n  - build\n  - test\n", "dependencies:\n  build: always\n  test: never\n",
    "{\"versions\":{\"react\":\"18\"},\"limits\":{\"a\":\"1.0\",\"b\":\"2.0\"}}",
    "\"dependencies\": {\"a\": \"see below\", \"b\": \"none\"}",
    "├── src\n│   ├── main.rs\n└── README.md\n",
    "Package    Version\nwas moved to another place\n",
    "[dependencies]\n\n[features]\ndefault = \"1.0\"\nfull = \"2.0\"\n",
    "mail a@1.2.3.4\nor b@5.6.7.8\n", "gem\npod\n", "10:30 Standup\n11:00 Review 2.0\n",
    "require help v1\nrequire more v2\n",
  ])
  func `are no prose, code or settings`(text: String) {
    #expect(told(answer: text).values("workspace.dependencies") == [], "\(text)")
    #expect(told(message: text).values("workspace.dependencies") == [], "\(text)")
  }

  @Test func `are found in fields of telemetry, never in system prompts`() {
    let list = "numpy==1.26.4\nscipy==1.11.3\n"
    var scene = Scene()
    scene.request("api.openai.com/v1/logs", json: #"{"event":{"env":\#(quoted(list))}}"#)
    #expect(scene.result().values("workspace.dependencies") == ["numpy==1.26.4, scipy==1.11.3"])
    #expect(told(prompt: list).values("workspace.dependencies") == [])
  }

  @Test func `are told with the number of their entries and no more than the first`() {
    let list = (0..<200).map { "package-\($0)==1.\($0)" }.joined(separator: "\n")
    let found = told(answer: list).disclosures("workspace.dependencies")
    #expect(found.map(\.note) == ["Python requirements, 200 entries"])
    #expect(found.first?.value.hasSuffix("package-15==1.15") == true)
  }

  @Test func `never show the credentials of an index`() {
    let found = told(
      answer: "core @ git+https://m:hunter2x@h.example/core.git\n"
        + ".package(url: \"https://m:hunter2x@h.example/a.git\", from: \"1.0.0\")\n"
        + ".package(url: \"https://h.example/b.git\", from: \"1.0.0\")\n"
    ).disclosures("workspace.dependencies")
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.isRedacted && !$0.value.contains("hunter2x") })
  }
}
