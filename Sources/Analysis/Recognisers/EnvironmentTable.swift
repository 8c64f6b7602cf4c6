// Labels that tools write before facts about the machine, collected from open-source prompts and recorded requests.

/// What a label in an environment block stands for.
enum EnvironmentFact: Sendable {
  case directory
  case home
  case platform
  case osVersion
  case kernel
  case architecture
  case shell
  case date
  case zone
  case locale
  case branch
  case person
  case user
  case host
  case isRepository
  case repositoryRoot
  case commits
  case status
  case toolVersion
  case terminal
}

enum EnvironmentTable {
  /// Labels in lower case, without marks of lists and emphasis; `_` reads as a space.
  static let facts: [String: EnvironmentFact] = [
    "working directory": .directory,
    "primary working directory": .directory,
    "current working directory": .directory,
    "current directory": .directory,
    "cwd": .directory,
    "workdir": .directory,
    "pwd": .directory,
    "workspace": .directory,
    "workspace path": .directory,
    "workspace folder": .directory,
    "workspace root": .directory,
    "workspace directory": .directory,
    "current workspace directory": .directory,
    "workspace root folder": .directory,
    "project root": .directory,
    "project directory": .directory,
    "project path": .directory,
    "root directory": .directory,
    "additional working directories": .directory,
    "home directory": .home,
    "home": .home,
    "platform": .platform,
    "operating system": .platform,
    "os": .platform,
    "my operating system is": .platform,
    "os version": .osVersion,
    "user os version": .osVersion,
    "user's os version": .osVersion,
    "operating system version": .osVersion,
    "system version": .osVersion,
    "kernel": .kernel,
    "kernel version": .kernel,
    "arch": .architecture,
    "architecture": .architecture,
    "cpu architecture": .architecture,
    "shell": .shell,
    "default shell": .shell,
    "user shell": .shell,
    "user's shell": .shell,
    "today's date": .date,
    "today’s date": .date,
    "today": .date,
    "current date": .date,
    "current datetime": .date,
    "current time": .date,
    "current local time": .date,
    "date": .date,
    "time zone": .zone,
    "timezone": .zone,
    "user time zone": .zone,
    "user timezone": .zone,
    "current time zone": .zone,
    "current timezone": .zone,
    "language": .locale,
    "locale": .locale,
    "user language": .locale,
    "lang": .locale,
    "current branch": .branch,
    "git branch": .branch,
    "branch": .branch,
    "git user": .person,
    "git user name": .person,
    "user name": .user,
    "username": .user,
    "current user": .user,
    "hostname": .host,
    "host name": .host,
    "computer name": .host,
    "machine name": .host,
    "is directory a git repo": .isRepository,
    "is a git repository": .isRepository,
    "is git repository": .isRepository,
    "is git repo": .isRepository,
    "git repository": .isRepository,
    "version control": .isRepository,
    "git repository root": .repositoryRoot,
    "git root": .repositoryRoot,
    "repository root": .repositoryRoot,
    "recent commits": .commits,
    "status": .status,
    "git status": .status,
    "version number": .toolVersion,
    "terminal": .terminal,
    "term": .terminal,
  ]

  /// Families of operating systems, as prompts and telemetry spell them.
  static let systems: [String] = [
    "linux", "darwin", "macos", "mac os", "windows", "win32", "freebsd", "openbsd", "android",
    "ios",
    "ubuntu", "debian", "fedora", "arch linux", "alpine",
  ]

  static let shells: Set<String> = [
    "bash", "zsh", "fish", "sh", "dash", "ksh", "tcsh", "csh", "nu", "pwsh", "powershell", "cmd",
    "powershell.exe", "cmd.exe", "pwsh.exe", "elvish", "xonsh", "bash.exe", "zsh.exe",
  ]
}
