"""Telemetry libraries, and open tools that send telemetry of their own."""

from layout import ENVIRONMENTS


def add_to(table):
    def tele(tool, title, description, *arguments, environment=None, **more):
        table.python(tool, title, description, environment or tool, "telemetry.py", *arguments,
                     **more)

    tele("posthog", "capture", "a batch of two events", "posthog")
    tele("posthog", "capture-gzip", "a batch of two events, gzip", "posthog", "gzip")
    tele("sentry-sdk", "exception", "an exception and a transaction", "sentry",
         environment="sentry")
    tele("statsig", "gate-and-event", "a gate and an event (Rust core, rustls)", "statsig",
         package="statsig-python-core")
    tele("clearcut", "log-request", "a LogRequest, protobuf and JSON", "clearcut",
         environment="rpc", package="protobuf")
    tele("langsmith", "traced-langchain", "a langchain call traced to LangSmith", "langsmith",
         timeout=90)
    tele("wandb", "run", "one run", "wandb")
    tele("crewai", "kickoff", "a crew of one; OTLP protobuf", "crewai", timeout=150)
    tele("crewai", "kickoff-share", "the same with share_crew=True", "crewai", "share",
         timeout=150)
    tele("mem0", "add-search", "remember and search", "mem0", package="mem0ai", timeout=90)
    tele("chromadb", "ephemeral", "a collection in memory", "chroma", environment="chroma",
         timeout=90)
    tele("browser-use", "agent", "an agent of one step", "browser-use",
         environment="browseruse", timeout=110)
    tele("gradio", "launch", "a demo is launched", "gradio", timeout=90)

    aider = ENVIRONMENTS / "aider" / "bin"
    table.add(
        "aider", "analytics", "one message with analytics on", aider / "aider", "--analytics",
        "--message", "say hi", "--model", "openai/gpt-4o-mini", "--edit-format", "diff",
        "--yes-always", "--no-auto-commits", "--no-show-model-warnings", "--no-pretty",
        "--no-stream", package="aider-chat", tool_path=str(aider), timeout=120,
        variables={"OPENAI_API_KEY": "sk-test-000"})
