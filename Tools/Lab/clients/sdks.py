"""sdks.py NAME: one to three calls with a vendor's SDK and an invented key."""

import asyncio
import sys

PROMPT = [{"role": "user", "content": "say hi"}]


def anthropic():
    from anthropic import Anthropic

    client = Anthropic(api_key="sk-ant-test-000")
    options = dict(model="claude-sonnet-4-5", max_tokens=64, messages=PROMPT)
    print(client.messages.create(**options).content[0].text)
    with client.messages.stream(system="Be brief.", **options) as stream:
        print("".join(stream.text_stream))


def openai():
    from openai import OpenAI

    client = OpenAI(
        api_key="sk-test-000", organization="org-papermoon", project="proj_tide_tables")
    chat = client.chat.completions
    print(chat.create(model="gpt-4o-mini", messages=PROMPT, user="tessa@papermoon.example"))
    for chunk in chat.create(model="gpt-4o-mini", messages=PROMPT, stream=True):
        print(chunk.choices[0].delta.content or "", end="")
    print(client.responses.create(model="gpt-5", input="say hi").output_text)


def openai_async():
    from openai import AsyncOpenAI, DefaultAsyncHttpxClient

    async def four_calls():
        transport = DefaultAsyncHttpxClient(http2=True) if "h2" in sys.argv else None
        client = AsyncOpenAI(api_key="sk-test-000", http_client=transport)
        create = client.chat.completions.create
        prompts = [[{"role": "user", "content": f"parallel {n}"}] for n in range(4)]
        replies = await asyncio.gather(
            *(create(model="gpt-4o-mini", messages=prompt) for prompt in prompts))
        print(len(replies))

    asyncio.run(four_calls())


def google_genai():
    from google import genai

    models = genai.Client(api_key="AIzaTEST000").models
    options = dict(model="gemini-2.5-flash", contents="say hi")
    print(models.generate_content(**options).text)
    for chunk in models.generate_content_stream(**options):
        print(chunk.text)


def mistralai():
    try:
        from mistralai import Mistral
    except ImportError:  # where later versions keep it
        from mistralai.client import Mistral
    chat = Mistral(api_key="test-000").chat
    print(chat.complete(model="mistral-small-latest", messages=PROMPT).choices[0].message.content)


def cohere():
    import cohere as library

    print(library.ClientV2(api_key="test-000").chat(model="command-r", messages=PROMPT).message)


def groq():
    from groq import Groq

    chat = Groq(api_key="gsk_test000").chat.completions
    print(chat.create(model="llama-3.1-8b-instant", messages=PROMPT).choices[0].message.content)


def huggingface():
    from huggingface_hub import HfApi, InferenceClient

    hub = HfApi(token="hf_test000")
    print(hub.whoami()["name"], hub.model_info("lab/m").id)
    client = InferenceClient(
        provider="hf-inference", api_key="hf_test000", base_url="https://router.huggingface.co/v1")
    print(client.chat_completion(PROMPT, model="lab/m", max_tokens=5).choices[0].message.content)


def litellm():
    import litellm as library

    keys = {
        "gpt-4o-mini": "sk-test-000",
        "anthropic/claude-sonnet-4-5": "sk-ant-test-000",
        "gemini/gemini-2.5-flash": "AIzaTEST000",
        "deepseek/deepseek-chat": "sk-test-000",
        "openrouter/qwen/qwen3-coder": "sk-or-test-000",
    }
    for model, key in keys.items():
        try:
            print(model, library.completion(model=model, messages=PROMPT, api_key=key).choices[0])
        except Exception as failure:  # one vendor's failure leaves the others worth recording
            print(model, "failed:", repr(failure)[:300])


CALLS = {
    function.__name__.replace("_", "-"): function
    for function in (
        anthropic, openai, openai_async, google_genai, mistralai, cohere, groq, huggingface,
        litellm)
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in CALLS:
        sys.exit(f"usage: sdks.py {'|'.join(CALLS)}")
    CALLS[sys.argv[1]]()
