"""A contract, such as the descriptor set that the program wrote: messages and calls without generated code."""

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory


class Contract:
    def __init__(self, files):
        """Files of the contract, those that are imported first."""
        self._pool = descriptor_pool.DescriptorPool()
        for file in files:
            self._pool.Add(file)
        self._factory = message_factory.MessageFactory(self._pool)

    @staticmethod
    def read(path):
        with open(path, "rb") as source:
            return Contract(descriptor_pb2.FileDescriptorSet.FromString(source.read()).file)

    def message(self, name):
        return self._factory.GetPrototype(self._pool.FindMessageTypeByName(name))

    def stub(self, channel, service):
        """An object with one callable for each method."""
        return _Stub(self, channel, self._pool.FindServiceByName(service))


class _Stub:
    def __init__(self, contract, channel, service):
        # The descriptors of this version do not say which side streams; their copies as messages do.
        file = descriptor_pb2.FileDescriptorProto()
        service.file.CopyToProto(file)
        (described,) = [one for one in file.service if one.name == service.name]
        for method in described.method:
            kind = "%s_%s" % (_side(method.client_streaming), _side(method.server_streaming))
            setattr(self, method.name, getattr(channel, kind)(
                "/%s/%s" % (service.full_name, method.name),
                request_serializer=lambda message: message.SerializeToString(),
                response_deserializer=contract.message(method.output_type.lstrip(".")).FromString,
            ))


def _side(streams):
    return "stream" if streams else "unary"
