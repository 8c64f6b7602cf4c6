import Analysis
import Foundation
import Model
import Testing

@Suite struct `Command lines` {
  private func commands(_ result: AnalysisResult) -> [String] {
    result.values("workspace.command_line")
  }

  @Test(arguments: [
    // Anthropic, OpenAI (chat, responses), Codex, Google, Amazon, Ollama, and a tool that nobody knows.
    (
      #"{"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t","name":"Bash","input":{"command":"git push origin","description":"Push"}}]}]}"#,
      ["git push origin"]
    ),
    (
      #"{"messages":[{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"run_shell","arguments":"{\"command\":\"make -j4\"}"}}]}]}"#,
      ["make -j4"]
    ),
    (
      #"{"input":[{"type":"function_call","name":"shell","arguments":"{\"command\":[\"bash\",\"-lc\",\"ls -la src\"],\"workdir\":\"/srv\"}","call_id":"c"}]}"#,
      ["ls -la src"]
    ),
    (
      #"{"input":[{"type":"function_call","name":"exec_command","arguments":"{\"cmd\":\"cat notes\"}"}]}"#,
      ["cat notes"]
    ),
    (
      #"{"input":[{"type":"local_shell_call","call_id":"c","action":{"type":"exec","command":["grep","-rn","two words","src"],"env":{}}}]}"#,
      ["grep -rn 'two words' src"]
    ),
    (
      #"{"input":[{"type":"shell_call","action":{"commands":["ls","pwd"]}}]}"#, ["ls", "pwd"]
    ),
    (
      #"{"contents":[{"role":"model","parts":[{"functionCall":{"name":"run_shell_command","args":{"command":"npm test"}}}]}]}"#,
      ["npm test"]
    ),
    (
      #"{"messages":[{"role":"assistant","content":[{"toolUse":{"toolUseId":"t","name":"sh","input":{"command":"df -h"}}}]}]}"#,
      ["df -h"]
    ),
    (
      #"{"messages":[{"role":"assistant","tool_calls":[{"function":{"name":"terminal","arguments":{"command":"uname -a"}}}]}]}"#,
      ["uname -a"]
    ),
    (
      #"{"messages":[{"role":"assistant","content":[{"type":"tool_use","name":"start","input":{"command":"cargo build --release"}}]}]}"#,
      ["cargo build --release"]
    ),
    // Tools that edit files, commands of the program, what runs at the vendor, and calls of nothing.
    (
      #"{"messages":[{"role":"assistant","content":[{"type":"tool_use","name":"str_replace_based_edit_tool","input":{"command":"view","path":"/srv"}}]}]}"#,
      []
    ),
    (
      #"{"messages":[{"role":"assistant","content":[{"type":"tool_use","name":"SlashCommand","input":{"command":"/review"}}]}]}"#,
      []
    ),
    (
      #"{"messages":[{"role":"assistant","content":[{"type":"server_tool_use","name":"bash_code_execution","input":{"command":"ls -la"}}]}]}"#,
      []
    ),
    (
      #"{"messages":[{"role":"assistant","content":[{"type":"tool_use","name":"paint","input":{"command":"draw a red house"}}]}]}"#,
      []
    ),
    (#"{"messages":[],"tools":[{"name":"bash","input":{"command":"ls -la"}}]}"#, []),
  ])
  func `travel back in the calls of tools`(json: String, expected: [String]) {
    var scene = Scene()
    scene.request("api.openai.com/v1/responses", json: json)
    #expect(commands(scene.result()) == expected, "\(json)")
  }

  @Test(arguments: [
    ("$ git log --oneline", "git log --oneline"),
    ("  $ ./configure --prefix=/srv/x", "./configure --prefix=/srv/x"),
    ("marisol@build-falcon-07:~/src/ledger$ make check", "make check"),
    ("[marisol@build-falcon-07 ledger]$ dnf list", "dnf list"),
    ("(venv) marisol@build:~$ pytest -q", "pytest -q"),
    ("marisol@mac ledger % brew list", "brew list"),
    (#"PS C:\src\ledger> Get-ChildItem -Recurse"#, "Get-ChildItem -Recurse"),
    (#"C:\src> dotnet build"#, "dotnet build"),
    ("Command: /usr/bin/python3 manage.py migrate", "/usr/bin/python3 manage.py migrate"),
    ("Running command: `npm run build`", "npm run build"),
    (#"time=1 level=info cmd="docker compose up -d" pid=7"#, "docker compose up -d"),
    ("sudo: marisol : TTY=pts/0 ; COMMAND=/usr/bin/apt update", "/usr/bin/apt update"),
    ("<bash-input>git stash</bash-input>", "git stash"),
    (
      "  PID TTY          TIME CMD\n 4242 pts/0    00:00:00 postgres -D /srv/ledger\n",
      "postgres -D /srv/ledger"
    ),
    (
      "USER       PID %CPU %MEM    VSZ   RSS TTY   STAT START   TIME COMMAND\n"
        + "root         2  0.0  0.0      0     0 ?     S    10:00   0:00 [kthreadd]\n"
        + "marisol   4242  0.0  0.1   9000  3000 ?     Ss   10:01   0:00 /opt/ledger/bin/serve --port 8080",
      "/opt/ledger/bin/serve --port 8080"
    ),
  ])
  func `stand in what tools answer and logs hold`(text: String, command: String) {
    #expect(commands(told(answer: text)) == [command], "\(text)")
    var scene = Scene()
    scene.request("api.openai.com/v1/logs", json: #"{"event":{"detail":\#(quoted(text))}}"#)
    #expect(commands(scene.result()) == [command], "\(text)")
  }

  @Test func `stand in blocks that the user wrote`() {
    let block =
      "Why does this fail?\n```bash\n# build\nexport A=1\ncargo test \\\n  --all\nfi\n```\n"
    #expect(commands(told(message: block)) == ["cargo test \\", "export A=1"])
    // What a tool read is a document for everybody, and a program's own block is the program's.
    #expect(commands(told(answer: block)).isEmpty)
    #expect(commands(told(message: "<system-reminder>\n\(block)</system-reminder>")).isEmpty)
  }

  @Test(arguments: [
    "$ 5 million", "$ total due", "It costs $ git nothing", "Command: make sure that it works",
    "Running: git is a version control system.", "Ran: find me a place to eat",
    "mail marisol@quietharbor.example now $ please", "# git push", "> git push",
    "> npm test passed",
    "the command=create of the tool", "cmd=unknown", "Command: the user's choice", "PID of CMD",
    "USER wants PID and a COMMAND\nso run it now", "<command>say hi</command>", "100 % cat",
    "a@b: $", "git push origin main is what I ran", "Run: 5 km in the morning",
  ])
  func `are no sentences`(text: String) {
    #expect(commands(told(message: text)) == [], "\(text)")
    #expect(commands(told(answer: text)) == [], "\(text)")
  }

  @Test func `never stand in system prompts`() {
    #expect(commands(told(prompt: "$ git log --oneline\nCommand: npm test -- --watch")) == [])
  }

  @Test(arguments: [
    (#"curl -H "Authorization: Bearer abc.def" https://h.example"#, "abc.def"),
    (#"curl -H 'X-Api-Key: 12ab34cd' https://h.example"#, "12ab34cd"),
    ("gh auth login --token=tok3n-value", "tok3n-value"),
    ("deploy --password hunter2x", "hunter2x"),
    ("PGPASSWORD=hunter2x psql -h db", "hunter2x"),
    ("MYSQL_PWD='hunter2x' mysqldump a", "hunter2x"),
    ("curl -u marisol:hunter2x https://h.example", "hunter2x"),
    ("curl --user marisol:hunter2x https://h.example", "hunter2x"),
    ("mysql -uroot -phunter2x ledger", "hunter2x"), ("sshpass -p hunter2x ssh h", "hunter2x"),
    ("git clone https://m:hunter2x@h.example/a.git", "hunter2x"),
    (#"curl "https://h.example/?api_key=12ab34cd&x=1""#, "12ab34cd"),
    ("export STRIPE_SECRET_KEY=sk_live_51Habcdefghij", "51Habcdefghij"),
    (#"http POST h.example password="hunter2x""#, "hunter2x"),
  ])
  func `are told without their secrets`(command: String, secret: String) {
    let call =
      #"{"role":"assistant","content":[{"type":"tool_use","name":"Bash","input":{"command":\#(quoted(command))}}]}"#
    let found = told(messages: call).disclosures("workspace.command_line")
    #expect(found.count == 1)
    #expect(found.first?.isRedacted == true)
    #expect(
      found.allSatisfy { !$0.values.contains { $0.contains(secret) } }, "\(found.map(\.values))")
    #expect(found.first?.value.hasPrefix(String(command.prefix(4))) == true)
  }

  @Test(arguments: [
    "docker run -p 8080:80 -u 1000:1000 nginx", "grep --color=auto token: src", "ssh -p 22 host",
    "psql --username=marisol", "curl -u $USER:$PASS h.example", "export TOKEN=$(cat token)",
    "git log --max-count=5", "mkdir -p src/tokens",
  ])
  func `keep what is no secret`(command: String) {
    let call =
      #"{"role":"assistant","content":[{"type":"tool_use","name":"Bash","input":{"command":\#(quoted(command))}}]}"#
    #expect(commands(told(messages: call)) == [command])
  }

  @Test func `are cut and counted`() {
    let long = "echo " + String(repeating: "a", count: 4000)
    #expect(commands(told(answer: "$ " + long)).map(\.utf8.count) == [512])
    let many = (0..<500).map { "$ touch file-\($0)" }.joined(separator: "\n")
    #expect(told(answer: many).disclosures("workspace.command_line").first?.distinct == 32)
  }
}
