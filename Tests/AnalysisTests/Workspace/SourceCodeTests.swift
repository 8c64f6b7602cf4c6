import Analysis
import Foundation
import Model
import TestKit
import Testing

@Suite struct `Source code` {
  private func code(_ result: AnalysisResult) -> [Disclosure] {
    result.disclosures("workspace.source_code")
  }

  /// Programs of a few lines, as people paste them: the whole is all that a message holds.
  @Test(arguments: [
    (
      "import csv\n\ndef total(rows):\n    sum = 0\n    for row in rows:\n        sum += int(row[1])\n    return sum\n",
      "Python"
    ),
    (
      "const fs = require('fs');\n\nfunction total(rows) {\n  return rows.reduce((a, b) => a + b, 0);\n}\n\nexport default total;\n",
      "JavaScript or TypeScript"
    ),
    (
      "#include <stdio.h>\n\nint total(const int *rows, int n) {\n  int sum = 0;\n  for (int i = 0; i < n; i++) sum += rows[i];\n  return sum;\n}\n",
      "C or C++"
    ),
    (
      "package org.acme;\n\nimport java.util.List;\n\npublic class Ledger {\n  private final List<Row> rows;\n\n  public int total() {\n    return rows.stream().mapToInt(Row::amount).sum();\n  }\n}\n",
      "Java, Kotlin or C#"
    ),
    (
      "package main\n\nimport \"fmt\"\n\nfunc total(rows []int) int {\n\tsum := 0\n\tfor _, r := range rows {\n\t\tsum += r\n\t}\n\treturn sum\n}\n",
      "Go"
    ),
    (
      "use std::fs;\n\npub struct Ledger {\n    rows: Vec<i64>,\n}\n\nimpl Ledger {\n    pub fn total(&self) -> i64 {\n        self.rows.iter().sum()\n    }\n}\n",
      "Rust"
    ),
    (
      "import Foundation\n\nstruct Ledger {\n  var rows: [Int] = []\n\n  func total() -> Int {\n    rows.reduce(0, +)\n  }\n}\n\nextension Ledger {\n  static let empty = Ledger()\n}\n",
      "Swift"
    ),
    (
      "require 'csv'\n\nclass Ledger < Base\n  def total(rows)\n    rows.map(&:amount).sum\n  end\n\n  def empty?\n    rows.empty?\n  end\nend\n",
      "Ruby"
    ),
    (
      "<?php\nnamespace Acme;\n\nuse Acme\\Row;\n\nfunction total(array $rows): int {\n  $sum = 0;\n  foreach ($rows as $row) {\n    $sum += $row->amount;\n  }\n  return $sum;\n}\n",
      "PHP"
    ),
    (
      "#!/bin/bash\nset -e\ntotal() {\n  local sum=0\n  for n in \"$@\"; do\n    sum=$((sum + n))\n  done\n  echo \"$sum\"\n}\ntotal 1 2\n",
      "shell"
    ),
    (
      "use strict;\n\nsub total {\n  my (@rows) = @_;\n  my $sum = 0;\n  $sum += $_ for @rows;\n  return $sum;\n}\n",
      "Perl"
    ),
  ])
  func `is known in its languages`(program: String, language: String) {
    for result in [told(message: program), told(answer: program)] {
      let found = code(result)
      #expect(found.count == 1, "\(program)")
      #expect(found.first?.note?.hasPrefix(language) == true, "\(found.map(\.note))")
    }
  }

  @Test(arguments: [
    // A file with numbers before its lines, hits of a search, a fenced block, two kinds of patch.
    "     1\u{2192}import os\n     2\u{2192}\n     3\u{2192}def root():\n     4\u{2192}    return os.getcwd()\n",
    "1\timport os\n2\t\n3\tdef root():\n4\t    return os.getcwd()\n",
    "src/a.py:12:def root(path):\nsrc/a.py:13:    return os.path.abspath(path)\nsrc/b.py:4:from a import root\n",
    "Look:\n```python\ndef root():\n    return os.getcwd()\n```\nIs it right?",
    "```\nfunction root() {\n  const here = process.cwd();\n  return here;\n}\n```",
    "diff --git a/a.py b/a.py\nindex 1..2 100644\n--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,3 @@\n def root():\n-    return 1\n+    here = os.getcwd()\n+    return here\n",
    "*** Begin Patch\n*** Update File: a.py\n@@\n def root():\n-    return 1\n+    return os.getcwd()\n*** End Patch\n",
  ])
  func `is known by how it is shown`(text: String) {
    #expect(code(told(answer: text)).count == 1, "\(text)")
    #expect(code(told(message: text)).count == 1, "\(text)")
  }

  @Test(arguments: [
    "Please import the data, then return a list for each class. If it fails, try again (twice).",
    "Let me know:\n- if the class is full\n- while it lasts\n- for how long\n- or else\n- try it\n",
    "# Title\n\nSome words about def and class.\n\n## Usage\n\nRun it (see below); then stop.\n\n1. one\n2. two\n",
    "{\n  \"function\": \"total\",\n  \"class\": \"a\",\n  \"return\": [1, 2],\n  \"if\": {\"x\": true}\n}\n",
    "name: build\non: push\njobs:\n  test:\n    runs-on: linux\n    steps:\n      - uses: checkout\n      - run: make\n",
    "2026-11-22 10:00:01 INFO start(a=1)\n2026-11-22 10:00:02 INFO run(b=2);\n2026-11-22 10:00:03 WARN stop()\n",
    "<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>\n<p>for (a) b;</p>\n<div>\n</div>\n",
    "[server]\nhost = 10.0.0.1\nport = 80\nlist = [1, 2]\nname = \"x\"\n[client]\nkey = 1\n",
    "id,name,total\n1,Anna,20\n2,Boris,30\n3,Cleo,40\n4,Dora,50\n5,Emil,60\n",
    "```text\nimport this; then that\n```\n",
    "```json\n{\"import\": [1, 2], \"class\": {\"a\": 1}}\n```",
    "     1\u{2192}# Notes\n     2\u{2192}\n     3\u{2192}We return to the class for more.\n     4\u{2192}If it rains, go home.\n",
    "diff --git a/README.md b/README.md\n--- a/README.md\n+++ b/README.md\n@@ -1 +1 @@\n-Some words here.\n+Some other words here, for everybody.\n",
    "From: a\nTo: b\nSubject: public class\n\nimport duty is due;\nreturn the form;\nuse the door;\nuse the stairs;\n",
    "say hi", "x = 1", "total(rows)",
  ])
  func `is no prose, data, log or markup`(text: String) {
    #expect(code(told(message: text)).isEmpty, "\(text)")
    #expect(code(told(answer: text)).isEmpty, "\(text)")
  }

  @Test func `never stands in system prompts or telemetry`() {
    let program = "```python\nimport csv\n\ndef total(rows):\n    return sum(rows)\n```"
    #expect(code(told(prompt: program)).isEmpty)
    var scene = Scene()
    scene.request("api.openai.com/v1/logs", json: #"{"event":{"text":\#(quoted(program))}}"#)
    #expect(code(scene.result()).isEmpty)
  }

  @Test func `is told by its first lines, without its secrets`() {
    let lines = (0..<400).map { "    total_\($0) = add(total, \($0))" }.joined(separator: "\n")
    let program = "```python\nAPI_KEY = \"sk-ant-REDACTED\"\ndef total():\n\(lines)\n```"
    let found = code(told(message: program))
    #expect(found.map(\.note) == ["Python, 402 lines, in a message of the user's"])
    #expect(found.first?.value.split(separator: "\n").count == 6)
    #expect(found.first?.isRedacted == true)
    #expect(found.first?.value.contains("4a8Kz01mQx73Lw9Y") == false)
    let many = (0..<60).map { "```python\nimport a\($0)\ndef f(x):\n    return g(x)\n```\ntext\n" }
      .joined()
    #expect(code(told(message: many)).first?.distinct == 16)
  }

  /// Programs that nobody wrote for this test: those of this house.
  @Test func `is seen in nearly every file of this repository`() throws {
    let root = Place.root.appending(path: "Sources/Protocols")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") }.sorted().prefix(40)
    let seen = try files.filter {
      let text = try String(contentsOf: root.appending(path: $0), encoding: .utf8)
      return !code(told(answer: String(text.prefix(6000)))).isEmpty
    }
    #expect(files.count == 40)
    #expect(seen.count >= 38, "\(Set(files).subtracting(seen))")
  }

  /// And its documents hold none but what is fenced.
  @Test func `is seen in no document of this repository`() throws {
    for name in [
      "Limits", "SignalCoverage", "Exposure", "Identification", "Architecture", "Output",
    ] {
      let file = Place.root.appending(path: "docs/\(name).md")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(code(told(answer: text)).isEmpty, "\(name)")
    }
  }
}
