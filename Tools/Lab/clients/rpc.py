"""rpc.py connect|grpc-web|sonora HOST: a unary call and a streamed one, as an AI tool makes them.

The messages are of types that protobuf brings along: a `Struct` out, `StringValue`s back.
"""

import os
import sys

from google.protobuf.struct_pb2 import Struct
from google.protobuf.wrappers_pb2 import StringValue

SERVICE = "lab.v1.AssistantService"
CANARY = "plover-2207"


def request():
    message = Struct()
    message.update({
        "prompt": f"say hi canary {CANARY}", "model": "lab-model",
        "workspace": os.getcwd(), "timezone": os.environ.get("TZ", ""),
    })
    return message


def connectrpc(host, protocol_name):
    from connectrpc.client import ConnectClientSync
    from connectrpc.compat import google_protobuf_binary_codec
    from connectrpc.method import IdempotencyLevel, MethodInfo, StreamType
    from connectrpc.protocol import ProtocolType
    from pyqwest import SyncClient, SyncHTTPTransport

    def method(name, stream_type):
        return MethodInfo(
            name=name, service_name=SERVICE, input=Struct, output=StringValue,
            idempotency_level=IdempotencyLevel.UNKNOWN, stream_type=stream_type)

    with open(os.environ["SSL_CERT_FILE"], "rb") as file:
        transport = SyncHTTPTransport(tls_ca_cert=file.read(), use_system_dns=True)
    client = ConnectClientSync(
        f"https://{host}", protocol=ProtocolType[protocol_name],
        codec=google_protobuf_binary_codec(), http_client=SyncClient(transport))
    answer = client.execute_unary(
        request=request(), method=method("Chat", StreamType.UNARY),
        headers={"authorization": "Bearer test-000"})
    print(answer.value)
    words = client.execute_server_stream(
        request=request(), method=method("ChatStream", StreamType.SERVER_STREAM),
        headers={"authorization": "Bearer test-000"})
    print("".join(word.value for word in words))


def sonora(host):
    from sonora.client import WebChannel

    with WebChannel(f"https://{host}") as channel:
        metadata = [("authorization", "Bearer test-000")]
        coders = (Struct.SerializeToString, StringValue.FromString)
        unary = channel.unary_unary(f"/{SERVICE}/Chat", *coders)
        print(unary(request(), metadata=metadata).value)
        stream = channel.unary_stream(f"/{SERVICE}/ChatStream", *coders)
        print("".join(word.value for word in stream(request(), metadata=metadata)))


CALLS = {
    "connect": lambda host: connectrpc(host, "CONNECT"),
    "grpc-web": lambda host: connectrpc(host, "GRPC_WEB"),
    "sonora": sonora,
}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in CALLS:
        sys.exit(f"usage: rpc.py {'|'.join(CALLS)} HOST")
    CALLS[sys.argv[1]](sys.argv[2])
