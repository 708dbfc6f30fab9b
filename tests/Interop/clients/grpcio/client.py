"""python3 client.py <host:port> <descriptor set> <case,case,...> <soak iterations>"""

import os
import queue
import sys

try:
    import grpc
except ImportError:
    sys.exit("grpcio is not installed; on Debian: apt-get install python3-grpcio")

from contract import Contract
from flags import Relay
from report import NotApplicable, equal, run_cases, soak
from tools import tool_cases

ADDRESS, DESCRIPTORS, NAMES, SOAK_ITERATIONS = sys.argv[1:5]
CONTRACT = Contract.read(DESCRIPTORS)
# Each its own connection: the library would share one between channels with the same settings.
OWN_CONNECTION = ("grpc.use_local_subchannel_pool", 1)

LARGE_REQUEST, LARGE_RESPONSE = 271828, 314159
TURNS = [(27182, 31415), (8, 9), (1828, 2653), (45904, 58979)]
INITIAL = ("x-grpc-test-echo-initial", "test_initial_metadata_value")
TRAILING = ("x-grpc-test-echo-trailing-bin", b"\xab\xab\xab")
PLAIN_MESSAGE = "test status message"
SPECIAL_MESSAGE = "\t\ntest with whitespace\r\nand Unicode BMP \u263a and non-BMP \U0001f608\t\n"


def open_channel():
    # Names the file with the certificate to trust, when the call is over TLS.
    root = os.environ.get("INTEROP_ROOT")
    if root is None:
        return grpc.insecure_channel(ADDRESS, [OWN_CONNECTION])
    with open(root, "rb") as source:
        return grpc.secure_channel(ADDRESS, grpc.ssl_channel_credentials(source.read()), [OWN_CONNECTION])


CHANNEL = open_channel()
CLIENT = CONTRACT.stub(CHANNEL, "grpc.testing.TestService")


def new(name, **fields):
    return CONTRACT.message("grpc.testing." + name)(**fields)


def zeros(size):
    return new("Payload", body=bytes(size))


def flag(value):
    return new("BoolValue", value=value)


def large(**fields):
    return new("SimpleRequest", response_size=LARGE_RESPONSE, payload=zeros(LARGE_REQUEST), **fields)


def output(response, request):
    return new("StreamingOutputCallRequest", payload=zeros(request), response_parameters=[new("ResponseParameters", size=response)])


def failing(request, message):
    return new(request, response_status=new("EchoStatus", code=grpc.StatusCode.UNKNOWN.value[0], message=message))


def check_large(response):
    equal(LARGE_RESPONSE, len(response.payload.body), "size")
    equal(b"", response.payload.body.strip(b"\0"), "bytes that are not zero")


def refused(call, code, message=None):
    try:
        call()
    except grpc.RpcError as error:
        equal(code, error.code(), "status")
        if message is not None:
            equal(message, error.details(), "message")
    else:
        raise AssertionError("OK instead of %s" % code)


class Requests:
    """Requests that are handed over one by one."""

    def __init__(self, *messages):
        self._queue = queue.Queue()
        for message in messages:
            self.send(message)

    def send(self, message):
        self._queue.put(message)

    def close(self):
        self._queue.put(None)

    def __iter__(self):
        return iter(self._queue.get, None)


def sizes(responses):
    return [len(response.payload.body) for response in responses]


def empty_unary():
    equal(new("Empty"), CLIENT.EmptyCall(new("Empty")), "response")


def large_unary(client=CLIENT):
    check_large(client.UnaryCall(large()))


def client_streaming():
    requests = [new("StreamingInputCallRequest", payload=zeros(size)) for size, _ in TURNS]
    equal(74922, CLIENT.StreamingInputCall(iter(requests)).aggregated_payload_size, "aggregated_payload_size")


def server_streaming():
    expected = [size for _, size in TURNS]
    request = new("StreamingOutputCallRequest", response_parameters=[new("ResponseParameters", size=size) for size in expected])
    equal(expected, sizes(CLIENT.StreamingOutputCall(request)), "sizes")


def ping_pong():
    requests = Requests()
    responses = CLIENT.FullDuplexCall(iter(requests))
    for request, response in TURNS:
        requests.send(output(response, request))
        equal(response, len(next(responses).payload.body), "size")
    requests.close()
    equal([], sizes(responses), "further sizes")
    equal(grpc.StatusCode.OK, responses.code(), "status")


def empty_stream():
    responses = CLIENT.FullDuplexCall(iter(()))
    equal([], sizes(responses), "sizes")
    equal(grpc.StatusCode.OK, responses.code(), "status")


def cancel_after_begin():
    requests = Requests()
    call = CLIENT.StreamingInputCall.future(iter(requests))
    call.cancel()
    requests.close()
    equal(True, call.cancelled(), "cancelled")
    equal(grpc.StatusCode.CANCELLED, call.code(), "status")


def cancel_after_first_response():
    requests = Requests(output(31415, 27182))
    responses = CLIENT.FullDuplexCall(iter(requests))
    equal(31415, len(next(responses).payload.body), "size")
    responses.cancel()
    requests.close()
    refused(lambda: next(responses), grpc.StatusCode.CANCELLED)


def timeout_on_sleeping_server():
    requests = Requests(new("StreamingOutputCallRequest", payload=zeros(27182)))
    responses = CLIENT.FullDuplexCall(iter(requests), timeout=0.001)
    refused(lambda: next(responses), grpc.StatusCode.DEADLINE_EXCEEDED)
    requests.close()


def check_metadata(call):
    equal([INITIAL[1]], [value for key, value in call.initial_metadata() if key == INITIAL[0]], INITIAL[0])
    equal([TRAILING[1]], [value for key, value in call.trailing_metadata() if key == TRAILING[0]], TRAILING[0])


def custom_metadata():
    response, call = CLIENT.UnaryCall.with_call(large(), metadata=(INITIAL, TRAILING))
    check_large(response)
    check_metadata(call)
    responses = CLIENT.FullDuplexCall(iter([output(LARGE_RESPONSE, LARGE_REQUEST)]), metadata=(INITIAL, TRAILING))
    equal([LARGE_RESPONSE], sizes(responses), "sizes")
    check_metadata(responses)


def status_code_and_message():
    refused(lambda: CLIENT.UnaryCall(failing("SimpleRequest", PLAIN_MESSAGE)), grpc.StatusCode.UNKNOWN, PLAIN_MESSAGE)
    responses = CLIENT.FullDuplexCall(iter([failing("StreamingOutputCallRequest", PLAIN_MESSAGE)]))
    refused(lambda: next(responses), grpc.StatusCode.UNKNOWN, PLAIN_MESSAGE)


def special_status_message():
    refused(lambda: CLIENT.UnaryCall(failing("SimpleRequest", SPECIAL_MESSAGE)), grpc.StatusCode.UNKNOWN, SPECIAL_MESSAGE)


def unimplemented_method():
    refused(lambda: CLIENT.UnimplementedCall(new("Empty")), grpc.StatusCode.UNIMPLEMENTED)


def unimplemented_service():
    none = CONTRACT.stub(CHANNEL, "grpc.testing.UnimplementedService")
    refused(lambda: none.UnimplementedCall(new("Empty")), grpc.StatusCode.UNIMPLEMENTED)


def client_compressed_unary():
    def call(compression, expected):
        return CLIENT.UnaryCall(large(expect_compressed=flag(expected)), compression=compression)

    refused(lambda: call(grpc.Compression.NoCompression, True), grpc.StatusCode.INVALID_ARGUMENT)
    check_large(call(grpc.Compression.Gzip, True))
    check_large(call(grpc.Compression.NoCompression, False))


def client_compressed_streaming():
    raise NotApplicable("clients of grpcio compress all messages of a call or none")


def server_compressed_unary():
    relay = Relay(ADDRESS)
    with grpc.insecure_channel(relay.address, [OWN_CONNECTION]) as channel:
        client = CONTRACT.stub(channel, "grpc.testing.TestService")
        for value in (True, False):
            check_large(client.UnaryCall(large(response_compressed=flag(value))))
            equal([value], relay.response(), "compressed flags")


def server_compressed_streaming():
    parameters = [
        new("ResponseParameters", size=31415, compressed=flag(True)),
        new("ResponseParameters", size=92653, compressed=flag(False)),
    ]
    relay = Relay(ADDRESS)
    with grpc.insecure_channel(relay.address, [OWN_CONNECTION]) as channel:
        client = CONTRACT.stub(channel, "grpc.testing.TestService")
        responses = client.StreamingOutputCall(new("StreamingOutputCallRequest", response_parameters=parameters))
        equal([31415, 92653], sizes(responses), "sizes")
        equal([True, False], relay.response(), "compressed flags")


def rpc_soak():
    soak(int(SOAK_ITERATIONS), large_unary)


def channel_soak():
    def call():
        with open_channel() as channel:
            large_unary(CONTRACT.stub(channel, "grpc.testing.TestService"))

    soak(int(SOAK_ITERATIONS), call)


run_cases(NAMES.split(","), {**globals(), **tool_cases(CHANNEL)})
