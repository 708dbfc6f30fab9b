"""Health and reflection, by descriptors made by hand."""

import grpc
from google.protobuf import descriptor_pb2

from contract import Contract
from report import equal

FIELD = descriptor_pb2.FieldDescriptorProto
TESTED = "grpc.testing.TestService"
SERVING, SERVICE_UNKNOWN = 1, 3


def _message(file, name, *fields):
    """Fields are (name, number, type); a type that is a text names a message, and a list is repeated."""
    message = file.message_type.add(name=name)
    for field, number, kind in fields:
        repeated = isinstance(kind, list)
        kind = kind[0] if repeated else kind
        one = message.field.add(name=field, number=number, label=FIELD.LABEL_REPEATED if repeated else FIELD.LABEL_OPTIONAL)
        if isinstance(kind, str):
            one.type, one.type_name = FIELD.TYPE_MESSAGE, ".%s.%s" % (file.package, kind)
        else:
            one.type = kind


def health():
    file = descriptor_pb2.FileDescriptorProto(name="health.proto", package="grpc.health.v1", syntax="proto3")
    _message(file, "HealthCheckRequest", ("service", 1, FIELD.TYPE_STRING))
    # On the wire an enum is its number.
    _message(file, "HealthCheckResponse", ("status", 1, FIELD.TYPE_INT32))
    service = file.service.add(name="Health")
    for name, streams in (("Check", False), ("Watch", True)):
        service.method.add(name=name, input_type=".grpc.health.v1.HealthCheckRequest",
                           output_type=".grpc.health.v1.HealthCheckResponse", server_streaming=streams)
    return file


def reflection(version):
    package = "grpc.reflection." + version
    file = descriptor_pb2.FileDescriptorProto(name=version + ".proto", package=package, syntax="proto3")
    _message(file, "ServerReflectionRequest",
             ("file_containing_symbol", 4, FIELD.TYPE_STRING), ("list_services", 7, FIELD.TYPE_STRING))
    _message(file, "ServerReflectionResponse",
             ("files", 4, "Files"), ("services", 6, "Services"), ("error", 7, "Error"))
    _message(file, "Files", ("file", 1, [FIELD.TYPE_BYTES]))
    _message(file, "Services", ("service", 1, ["Service"]))
    _message(file, "Service", ("name", 1, FIELD.TYPE_STRING))
    _message(file, "Error", ("code", 1, FIELD.TYPE_INT32))
    # A text without its field would not be sent at all.
    request = file.message_type[0]
    request.oneof_decl.add(name="message_request")
    for field in request.field:
        field.oneof_index = 0
    file.service.add(name="ServerReflection").method.add(
        name="ServerReflectionInfo", input_type=".%s.ServerReflectionRequest" % package,
        output_type=".%s.ServerReflectionResponse" % package, client_streaming=True, server_streaming=True)
    return file


def tool_cases(channel):
    def stub(files, service):
        contract = Contract(files)
        return contract, contract.stub(channel, service)

    def health_check():
        contract, client = stub([health()], "grpc.health.v1.Health")
        request = contract.message("grpc.health.v1.HealthCheckRequest")
        equal(SERVING, client.Check(request()).status, "status of the server")
        try:
            client.Check(request(service="nobody"))
        except grpc.RpcError as error:
            equal(grpc.StatusCode.NOT_FOUND, error.code(), "status")
        else:
            raise AssertionError("an unknown service has a state")

    def health_watch():
        contract, client = stub([health()], "grpc.health.v1.Health")
        request = contract.message("grpc.health.v1.HealthCheckRequest")
        server = client.Watch(request())
        while next(server).status != SERVING:
            continue
        unknown = client.Watch(request(service="nobody"))
        equal(SERVICE_UNKNOWN, next(unknown).status, "state of an unknown service")
        for call in (server, unknown):
            call.cancel()
            equal(grpc.StatusCode.CANCELLED, call.code(), "status")

    def reflect(version):
        """Learns the contract from the server alone and makes a call with it."""
        package = "grpc.reflection." + version
        contract, client = stub([reflection(version)], package + ".ServerReflection")
        request = contract.message(package + ".ServerReflectionRequest")
        answers = client.ServerReflectionInfo(iter([
            request(list_services=""), request(file_containing_symbol="grpc.testing.Nothing"), request(file_containing_symbol=TESTED)]))
        equal(True, TESTED in [service.name for service in next(answers).services.service], "listed")
        equal(grpc.StatusCode.NOT_FOUND.value[0], next(answers).error.code, "error")
        files = [descriptor_pb2.FileDescriptorProto.FromString(file) for file in next(answers).files.file]
        equal([], list(answers), "further answers")
        learned, tested = stub(_imported_first(files), TESTED)
        answer = tested.UnaryCall(learned.message("grpc.testing.SimpleRequest")(response_size=12))
        equal(12, len(answer.payload.body), "size")

    return {
        "health_check": health_check,
        "health_watch": health_watch,
        "reflection_v1": lambda: reflect("v1"),
        "reflection_v1alpha": lambda: reflect("v1alpha"),
    }


def _imported_first(files):
    """A file after all that it imports."""
    known = {file.name: file for file in files}
    sorted_files = []

    def add(file):
        for name in file.dependency:
            add(known[name])
        if file not in sorted_files:
            sorted_files.append(file)

    for file in files:
        add(file)
    return sorted_files
