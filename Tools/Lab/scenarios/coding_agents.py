"""Command-line agents out of PyPI wheels.

They are proprietary or carry proprietary parts: whoever may use them can record them here. Their
recordings and their texts do not belong in this repository.
"""

from layout import DOWNLOADS

from .scenario import LISBON, SHANGHAI, place

CLAUDE_CODE = (("2.1.92", "0.1.56"), ("2.1.170", "0.2.95"), ("2.1.330", "0.2.187"))
"""Version of the tool → version of the claude-agent-sdk wheel that carries it."""

LISTED, NEUTRAL = "https://api.lab-gateway.cn", "https://llm.papermoon.example"


def add_to(table):
    for version, wheel in CLAUDE_CODE:
        _claude_code(table, version, wheel)
    _codex(table)
    _copilot(table)


def _claude_code(table, version, wheel):
    binary = DOWNLOADS / f"claude-{wheel}" / "claude_agent_sdk" / "_bundled" / "claude"

    def claude(title, description, base_url=None, **more):
        variables = {"ANTHROPIC_API_KEY": "sk-ant-test-000"} | more.pop("variables", {})
        if base_url:
            variables["ANTHROPIC_BASE_URL"] = base_url
        table.add(f"claude-code-{version}", title, description, binary, "-p", "say hi",
                  version=f"Claude Code {version} (claude-agent-sdk {wheel})", timeout=90,
                  variables=variables, **more)

    claude("a-newyork-default", "New York, the vendor's own host")
    claude("b-shanghai-default", "Shanghai, the vendor's own host", machine=SHANGHAI)
    claude("c-shanghai-cnhost", "Shanghai, a host under .cn", LISTED, machine=SHANGHAI)
    claude("c2-newyork-cnhost", "New York, a host under .cn", LISTED)
    claude("c3-shanghai-neutralhost", "Shanghai, a neutral host", NEUTRAL,
           machine=place("Asia/Shanghai"))
    claude("c4-newyork-neutralhost", "New York, a neutral host", NEUTRAL)
    claude("c5-newyork-ailabhost", "New York, a host named after an AI laboratory",
           "https://deepseek-relay.papermoon.example")
    claude("c6-urumqi-ailab-cnhost", "Urumqi, a laboratory's name under .cn",
           "https://moonshot.lab-gateway.cn", machine=place("Asia/Urumqi"))
    claude("d-https-proxy", "through an HTTP proxy", machine=LISBON,
           variables={"HTTPS_PROXY": "http://proxy.papermoon.example:3128"})
    claude("e-nonessential-off", "non-essential traffic switched off",
           variables={"CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC": "1"})


def _codex(table):
    folder = DOWNLOADS / "codex" / "codex_cli_bin" / "bin"

    def codex(title, description, **more):
        variables = {
            "OPENAI_API_KEY": "sk-test-000", "CODEX_API_KEY": "sk-test-000",
            "CODEX_CA_CERTIFICATE": "/etc/ssl/certs/ca-certificates.crt",
        }
        table.add("codex-cli", title, description, folder / "codex", "exec",
                  "--skip-git-repo-check", "-s", "read-only", "say hi",
                  version="Codex CLI (openai-codex-cli-bin 0.163.0)", tool_path=str(folder),
                  variables=variables, timeout=75, **more)

    codex("exec-default", "usual transport")
    codex("exec-shanghai", "Shanghai", machine=SHANGHAI)
    codex("exec-no-websocket", "the vendor refuses the WebSocket", vendor_options=["--refuse-ws"])


def _copilot(table):
    folder = DOWNLOADS / "copilot" / "copilot" / "bin"

    def copilot(title, description, provider=(), **more):
        variables = {
            "GH_TOKEN": "ghu_test000", "COPILOT_GITHUB_TOKEN": "ghu_test000",
            "COPILOT_AUTO_UPDATE": "false", **dict(provider),
        }
        table.add("copilot-cli", title, description, folder / "copilot", "-p", "say hi",
                  "--allow-all-tools", version="Copilot CLI (github-copilot-sdk 1.0.0)",
                  tool_path=str(folder), variables=variables, **more)

    copilot("fake-github-token", "with an invented GitHub token")
    own = {
        "COPILOT_PROVIDER_TYPE": "openai", "COPILOT_MODEL": "gpt-4o-mini",
        "COPILOT_PROVIDER_BASE_URL": "https://api.openai.com/v1",
        "COPILOT_PROVIDER_API_KEY": "sk-test-000",
    }
    copilot("byok-openai", "with a provider of the user's own", own,
            machine=place("Asia/Shanghai"))
