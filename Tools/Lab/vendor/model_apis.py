"""What the model APIs answer: a fixed sentence in each vendor's own envelope.

Every function takes the request's JSON and returns either an object or a list of server-sent
events `(event name or None, object or text)`.
"""

import time

TEXT = "Hello from the lab vendor."
WORDS = [word + " " for word in TEXT.split(" ")]


def messages(body):
    """Anthropic `POST /v1/messages`."""
    usage = {
        "input_tokens": 12, "output_tokens": 1,
        "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0,
    }
    message = {
        "id": "msg_01TelltaleLab000001", "type": "message", "role": "assistant",
        "model": body.get("model", "lab-model"), "content": [],
        "stop_reason": None, "stop_sequence": None, "usage": usage,
    }
    if not body.get("stream"):
        content = [{"type": "text", "text": TEXT}]
        return dict(
            message, content=content, stop_reason="end_turn", usage=dict(usage, output_tokens=9))
    block = {"type": "text", "text": ""}
    stop = {"stop_reason": "end_turn", "stop_sequence": None}
    events = [
        {"type": "message_start", "message": message},
        {"type": "content_block_start", "index": 0, "content_block": block},
        {"type": "ping"},
    ]
    for word in WORDS:
        delta = {"type": "text_delta", "text": word}
        events.append({"type": "content_block_delta", "index": 0, "delta": delta})
    events += [
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": stop, "usage": {"output_tokens": 9}},
        {"type": "message_stop"},
    ]
    return [(event["type"], event) for event in events]


def chat_completions(body):
    """OpenAI `POST /v1/chat/completions`, which most other vendors speak too."""
    common = {
        "id": "chatcmpl-TelltaleLab0001", "created": int(time.time()),
        "model": body.get("model", "lab-model"), "system_fingerprint": "fp_lab0001",
    }
    usage = {"prompt_tokens": 9, "completion_tokens": 6, "total_tokens": 15}
    if not body.get("stream"):
        message = {"role": "assistant", "content": TEXT, "refusal": None}
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
        return dict(common, object="chat.completion", usage=usage, choices=[choice])

    def chunk(delta, finish=None):
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return (None, dict(common, object="chat.completion.chunk", choices=[choice]))

    events = [chunk({"role": "assistant", "content": WORDS[0]})]
    events += [chunk({"content": word}) for word in WORDS[1:]]
    events.append(chunk({}, "stop"))
    if (body.get("stream_options") or {}).get("include_usage"):
        last = dict(common, object="chat.completion.chunk", choices=[], usage=usage)
        events.append((None, last))
    return events + [(None, "[DONE]")]


def responses(body):
    """OpenAI `POST /v1/responses`."""
    part = {"type": "output_text", "text": TEXT, "annotations": [], "logprobs": []}
    item = {
        "id": "msg_lab0001", "type": "message", "role": "assistant", "status": "completed",
        "content": [part],
    }
    response = {
        "id": "resp_lab0000000000000001", "object": "response", "created_at": int(time.time()),
        "status": "completed", "model": body.get("model", "lab-model"), "output": [item],
        "parallel_tool_calls": True, "tool_choice": "auto", "tools": [], "error": None,
        "incomplete_details": None, "instructions": None, "metadata": {},
        "temperature": 1.0, "top_p": 1.0,
        "usage": {
            "input_tokens": 9, "input_tokens_details": {"cached_tokens": 0},
            "output_tokens": 6, "output_tokens_details": {"reasoning_tokens": 0},
            "total_tokens": 15,
        },
    }
    if not body.get("stream"):
        return response
    started = dict(response, status="in_progress", output=[], usage=None)
    place = {"item_id": item["id"], "output_index": 0, "content_index": 0}
    empty_part = {"type": "output_text", "text": "", "annotations": []}
    empty_item = dict(item, status="in_progress", content=[])
    events = [
        ("response.created", {"response": started}),
        ("response.in_progress", {"response": started}),
        ("response.output_item.added", {"output_index": 0, "item": empty_item}),
        ("response.content_part.added", dict(place, part=empty_part)),
    ]
    events += [("response.output_text.delta", dict(place, delta=word)) for word in WORDS]
    events += [
        ("response.output_text.done", dict(place, text=TEXT)),
        ("response.output_item.done", {"output_index": 0, "item": item}),
        ("response.completed", {"response": response}),
    ]
    return [
        (name, dict(fields, type=name, sequence_number=number))
        for number, (name, fields) in enumerate(events)
    ]


def generate_content(body, streamed):
    """Gemini `:generateContent` and `:streamGenerateContent`."""
    content = {"parts": [{"text": TEXT}], "role": "model"}
    usage = {"promptTokenCount": 4, "candidatesTokenCount": 6, "totalTokenCount": 10}
    response = {
        "candidates": [{"content": content, "finishReason": "STOP", "index": 0}],
        "usageMetadata": usage, "modelVersion": "gemini-lab", "responseId": "labResp0001",
    }
    return [(None, response)] if streamed else response


def cohere_chat(version_2):
    """Cohere `POST /v2/chat` and `/v1/chat`."""
    if not version_2:
        ids = {"generation_id": "g", "response_id": "r"}
        return dict(ids, text=TEXT, finish_reason="COMPLETE")
    message = {"role": "assistant", "content": [{"type": "text", "text": TEXT}]}
    usage = {"billed_units": {"input_tokens": 1, "output_tokens": 1}}
    return {"id": "c-lab", "finish_reason": "COMPLETE", "message": message, "usage": usage}


def embeddings(body):
    """OpenAI `POST /v1/embeddings`."""
    inputs = body.get("input")
    count = len(inputs) if isinstance(inputs, list) else 1
    vector = [0.01] * (body.get("dimensions") or 1536)
    data = [{"object": "embedding", "index": n, "embedding": vector} for n in range(count)]
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    return {"object": "list", "model": "lab-embedding", "usage": usage, "data": data}


def models():
    """A model list that the clients of several vendors accept."""
    names = ["gpt-4o-mini", "gpt-5", "claude-sonnet-4-5", "deepseek-chat"]
    data = [
        {
            "id": name, "object": "model", "type": "model", "created": 1, "owned_by": "lab",
            "display_name": name, "created_at": "2025-01-01T00:00:00Z",
        }
        for name in names
    ]
    return {
        "object": "list", "has_more": False, "first_id": None, "last_id": None,
        "models": [], "data": data,
    }
