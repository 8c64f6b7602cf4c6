"""telemetry.py NAME: drives a telemetry library, or an open tool, the way an AI tool would."""

import asyncio
import os
import sys
import time

DEVICE = "tessa-device-7f3a"
CANARY = "plover-2207"


def posthog():
    from posthog import Posthog

    client = Posthog(
        project_api_key="phc_test000", host="https://us.i.posthog.com", gzip="gzip" in sys.argv)
    where = {"cwd": os.getcwd(), "model": "gpt-5"}
    client.capture("session_start", distinct_id=DEVICE, properties=where)
    client.capture("tool_call", distinct_id=DEVICE, properties={"tool": "bash"})
    client.flush()
    client.shutdown()


def sentry():
    import sentry_sdk

    sentry_sdk.init(
        dsn="https://0123456789abcdef0123456789abcdef@o4501.ingest.us.sentry.io/4502",
        traces_sample_rate=1.0, send_default_pii=True, release="tide-agent@1.2.3")

    def agent(path):
        secret_plan = CANARY  # the local variables of a frame are sent too
        return len(path + secret_plan) / 0

    with sentry_sdk.start_transaction(name="agent.run", op="ai.run"):
        try:
            agent(os.getcwd())
        except ZeroDivisionError:
            sentry_sdk.capture_exception()
    sentry_sdk.flush(5)


def statsig():
    from statsig_python_core import Statsig, StatsigUser

    client = Statsig("secret-test000")
    client.initialize().wait()
    user = StatsigUser(
        user_id="tessa", email="tessa@papermoon.example", locale="en_US", country="US",
        custom={"cwd": os.getcwd()})
    print(client.check_gate(user, "lab_gate"))
    client.log_event(user, "session_start", "1", {"tz": os.environ.get("TZ", "")})
    client.flush_events().wait()
    client.shutdown().wait()


def clearcut():
    """Clearcut has no public client: its published `LogRequest`, once as protobuf, once as JSON."""
    import json
    import urllib.request

    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory
    from google.protobuf.struct_pb2 import Struct

    facts = {"installation_id": DEVICE, "cwd": os.getcwd(), "tz": os.environ.get("TZ", "")}
    file = descriptor_pb2.FileDescriptorProto(name="clearcut.proto", package="lab", syntax="proto2")
    kinds = {"int": 3, "message": 11, "bytes": 12}

    def message(name, *fields):
        described = file.message_type.add(name=name)
        for number, field, kind, of in fields:
            described.field.add(
                name=field, number=number, type=kinds[kind], type_name=of,
                label=3 if of == ".lab.LogEvent" else 1)

    message("ClientInfo", (1, "client_type", "int", None))
    message("LogEvent", (1, "event_time_ms", "int", None), (6, "source_extension", "bytes", None))
    message(
        "LogRequest", (1, "client_info", "message", ".lab.ClientInfo"),
        (2, "log_source", "int", None), (3, "log_event", "message", ".lab.LogEvent"),
        (4, "request_time_ms", "int", None))
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    types = pool.FindMessageTypeByName("lab.LogRequest")
    request = message_factory.GetMessageClass(types)()
    request.client_info.client_type = 39
    request.log_source, request.request_time_ms = 2454, int(time.time() * 1000)
    event, extension = request.log_event.add(), Struct()
    extension.update(facts)
    event.event_time_ms = request.request_time_ms
    event.source_extension = extension.SerializeToString()

    fields = {"event_time_ms": event.event_time_ms, "source_extension_json": json.dumps(facts)}
    batch = [{"log_source_name": "LAB", "request_time_ms": event.event_time_ms,
              "log_event": [[fields]]}]
    for query, kind, body in (
        ("?format=raw", "application/x-protobuf", request.SerializeToString()),
        ("?format=json&hasfast=true", "application/json", json.dumps(batch).encode()),
    ):
        call = urllib.request.Request(
            "https://play.googleapis.com/log" + query, body, {"content-type": kind})
        print(urllib.request.urlopen(call).status)


def langsmith():
    os.environ.update(
        LANGSMITH_TRACING="true", LANGSMITH_API_KEY="lsv2_pt_test000",
        LANGSMITH_PROJECT="tide-tables", OPENAI_API_KEY="sk-test-000")
    from langchain_core.tracers.langchain import wait_for_all_tracers
    from langchain_openai import ChatOpenAI

    print(ChatOpenAI(model="gpt-4o-mini").invoke("say hi").content)
    wait_for_all_tracers()
    time.sleep(3)


def wandb():
    import wandb as library

    os.environ["WANDB_API_KEY"] = "0" * 40
    settings = library.Settings(init_timeout=15)
    run = library.init(project="tide-tables", entity="papermoon", settings=settings)
    run.log({"loss": 1.0})
    run.finish()


def crewai():
    os.environ["OPENAI_API_KEY"] = "sk-test-000"
    from crewai import Agent, Crew, Task

    greeter = Agent(role="greeter", goal="greet", backstory=f"canary {CANARY}", llm="gpt-4o-mini")
    task = Task(description="say hi", expected_output="hi", agent=greeter)
    print(Crew(agents=[greeter], tasks=[task], share_crew="share" in sys.argv).kickoff())
    time.sleep(6)


def mem0():
    os.environ["OPENAI_API_KEY"] = "sk-test-000"
    from mem0 import Memory

    memory = Memory()
    for call in (
        lambda: memory.add("I prefer tea", user_id="tessa", infer=False),
        lambda: memory.search("tea", user_id="tessa"),
    ):
        try:
            print(call())
        except Exception as failure:  # the mock's vectors need not suit every version
            print("failed:", repr(failure)[:300])
    time.sleep(4)


def chroma():
    import chromadb

    collection = chromadb.EphemeralClient().get_or_create_collection("canary")
    collection.add(ids=["1"], embeddings=[[0.1, 0.2]], documents=[CANARY])
    print(collection.query(query_embeddings=[[0.1, 0.2]], n_results=1)["ids"])
    time.sleep(4)


def browser_use():
    os.environ["OPENAI_API_KEY"] = "sk-test-000"
    from browser_use import Agent, ChatOpenAI
    from browser_use.browser.profile import BrowserProfile

    async def one_step():
        profile = BrowserProfile(
            executable_path="/usr/bin/chromium", headless=True, chromium_sandbox=False)
        agent = Agent(
            task=f"say hi canary {CANARY}", llm=ChatOpenAI(model="gpt-4o-mini"),
            browser_profile=profile)
        try:
            await asyncio.wait_for(agent.run(max_steps=1), 40)
        except Exception as failure:  # what it sent before is what the recording is about
            print("failed:", repr(failure)[:300])

    asyncio.run(one_step())
    time.sleep(3)


def gradio():
    import gradio as library

    demo = library.Interface(lambda text: text, "text", "text")
    demo.launch(prevent_thread_lock=True, quiet=True)
    time.sleep(6)
    demo.close()


CALLS = {
    function.__name__.replace("_", "-"): function
    for function in (
        posthog, sentry, statsig, clearcut, langsmith, wandb, crewai, mem0, chroma, browser_use,
        gradio)
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in CALLS:
        sys.exit(f"usage: telemetry.py {'|'.join(CALLS)}")
    CALLS[sys.argv[1]]()
