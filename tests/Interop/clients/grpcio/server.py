"""The test service on grpcio. Prints its address, and ends when its input ends."""

import concurrent.futures
import os
import sys

try:
    import grpc
except ImportError:
    sys.exit("grpcio is not installed; on Debian: apt-get install python3-grpcio")

from contract import Contract
from flags import Relay

CONTRACT = Contract.read(sys.argv[1])
CODES = {code.value[0]: code for code in grpc.StatusCode}
INITIAL = "x-grpc-test-echo-initial"
TRAILING = "x-grpc-test-echo-trailing-bin"


def new(name, **fields):
    return CONTRACT.message("grpc.testing." + name)(**fields)


def zeros(size):
    return new("Payload", body=bytes(size))


def echo(context):
    sent = context.invocation_metadata()
    context.send_initial_metadata([(key, value) for key, value in sent if key == INITIAL])
    context.set_trailing_metadata([(key, value) for key, value in sent if key == TRAILING])


def check_compression(request, context, message=0):
    if request.HasField("expect_compressed") and request.expect_compressed.value != RELAY.request()[message]:
        context.abort(grpc.StatusCode.INVALID_ARGUMENT, "the message came otherwise compressed")


def check_status(request, context):
    if request.response_status.code:
        context.abort(CODES[request.response_status.code], request.response_status.message)


def empty_call(request, context):
    return new("Empty")


def unary_call(request, context):
    check_compression(request, context)
    if request.response_compressed.value:
        context.set_compression(grpc.Compression.Gzip)
    echo(context)
    check_status(request, context)
    return new("SimpleResponse", payload=zeros(request.response_size))


def streaming_input_call(requests, context):
    total = 0
    for index, request in enumerate(requests):
        check_compression(request, context, index)
        total += len(request.payload.body)
    return new("StreamingInputCallResponse", aggregated_payload_size=total)


def streaming_output_call(request, context):
    if any(response.compressed.value for response in request.response_parameters):
        context.set_compression(grpc.Compression.Gzip)
    yield from answers(request, context)


def full_duplex_call(requests, context):
    echo(context)
    for request in requests:
        check_status(request, context)
        yield from answers(request, context)


def answers(request, context):
    for response in request.response_parameters:
        if response.HasField("compressed") and not response.compressed.value:
            context.disable_next_message_compression()
        yield new("StreamingOutputCallResponse", payload=zeros(response.size))


def handler(kind, behavior, request):
    return getattr(grpc, kind + "_rpc_method_handler")(
        behavior,
        request_deserializer=CONTRACT.message("grpc.testing." + request).FromString,
        response_serializer=lambda message: message.SerializeToString(),
    )


SERVER = grpc.server(concurrent.futures.ThreadPoolExecutor(max_workers=16))
SERVER.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("grpc.testing.TestService", {
    "EmptyCall": handler("unary_unary", empty_call, "Empty"),
    "UnaryCall": handler("unary_unary", unary_call, "SimpleRequest"),
    "StreamingInputCall": handler("stream_unary", streaming_input_call, "StreamingInputCallRequest"),
    "StreamingOutputCall": handler("unary_stream", streaming_output_call, "StreamingOutputCallRequest"),
    "FullDuplexCall": handler("stream_stream", full_duplex_call, "StreamingOutputCallRequest"),
})])
PORT = SERVER.add_insecure_port("127.0.0.1:0")
SERVER.start()
RELAY = Relay("127.0.0.1:%d" % PORT)
print("http://" + RELAY.address, flush=True)
sys.stdin.read()
os._exit(0)
