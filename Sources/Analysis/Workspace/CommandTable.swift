/// Programs that people and agents call on a command line.
enum CommandTable {
  static let programs: Set<String> = Set(
    """
    ansible ansible-playbook apk apt apt-cache apt-get awk aws az base64 basename bash bat bazel black brew bun bundle
    bunx bzip2 cargo cat cd chmod chown clang clang++ clang-format clippy cmake cmp code composer conda corepack cp
    cmd cmd.exe crontab csc ctest curl cut date dd deno df diff dig dir dirname dmesg dnf docker docker-compose dotnet dpkg
    dpkg-query du dune echo egrep elixir emacs env esbuild eslint export fd ffmpeg fgrep file find firebase fish flake8
    flutter free g++ gcc gcloud gdb gem gh ghc git glab go gofmt golangci-lint gpg gradle grep groups gunzip gzip head
    helm heroku host hostname htop iex id ifconfig ip iptables isort java javac jest journalctl jq just kill killall kubectl
    ktlint last launchctl ld ldd less lldb ln locate ls lsb_release lsof lua make man md5sum meson minikube mix mkdir mktemp
    mocha more mount msbuild mv mvn mypy mysql mysqldump nano nc netlify netstat next nginx ninja nix nix-shell nl nmap node
    nodemon npm npx nslookup nvidia-smi nvim nx ollama openssl opam pacman patch perl pg_dump pgrep php phpunit ping pip
    pip3 pipenv pipx pkill pnpm poetry pod powershell powershell.exe prettier printenv printf prisma protoc ps psql pulumi
    pwd pwsh pylint pyright pytest python python2 python3 quarto R rails rake readlink realpath redis-cli rg rm rmdir rpm
    rspec rsync rubocop ruby ruff rustc rustup sbt scala scp screen sed seq service set sh sha256sum shellcheck sleep snap
    sort source sqlite3 ss ssh ssh-add ssh-keygen stat strace su sudo svn swift swiftlint sw_vers sysctl systemctl tail tar
    task tee terraform test tmux top touch tox tr tree tsc tsx turbo type ulimit uname uniq unzip uptime uv uvicorn uvx vercel
    vi vim virtualenv vite vitest vue wc webpack wget which whoami wrangler xargs xcodebuild xcrun xz yarn yq yum zig zip zsh
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Those that begin English sentences, too.
  static let englishWords: Set<String> = [
    "black", "cat", "code", "cut", "date", "echo", "env", "export", "file", "find", "fish", "free",
    "go", "groups", "head", "host", "id", "just", "kill", "last", "less", "locate", "make", "man",
    "mix", "more", "mount", "next", "patch", "ping", "pod", "screen", "seq", "service", "set",
    "sleep", "snap", "sort", "source", "split", "stat", "tail", "task", "test", "top", "touch",
    "tree", "type", "which", "R", "node", "rake", "bat",
  ]

  /// Words that sentences have and command lines have not.
  static let sentenceWords: Set<String> = [
    "a", "an", "and", "are", "by", "can", "for", "has", "have", "into", "is", "it", "me", "of",
    "or", "our",
    "that", "the", "their", "this", "to", "was", "were", "which", "will", "with", "you", "your",
  ]

  /// Verbs that PowerShell's commands begin with.
  static let verbs: Set<String> = [
    "Add", "Clear", "Compare", "ConvertFrom", "ConvertTo", "Copy", "Export", "Find", "ForEach",
    "Format", "Get", "Import", "Install", "Invoke", "Join", "Measure", "Move", "New", "Out", "Read",
    "Remove", "Rename", "Resolve", "Restart", "Select", "Set", "Sort", "Split", "Start", "Stop",
    "Test", "Update", "Where", "Write",
  ]
}
