using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Tsunagu.Gateway.Calls;

/// <summary>gRPC methods of messages known by descriptor alone.</summary>
static class MessageMarshaller
{
    /// <summary>The method for a generic call.</summary>
    public static Method<IMessage, IMessage> MethodOf(MethodDescriptor method) => new(
        method.IsClientStreaming ? MethodType.ClientStreaming : method.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary,
        method.Service.FullName,
        method.Name,
        For(method.InputType),
        For(method.OutputType));

    static Marshaller<IMessage> For(MessageDescriptor message) => Marshallers.Create(Write, context => Read(message, context));

    // Messages of older generators, HttpBody among them, can be read out of an array alone.
    static IMessage Read(MessageDescriptor message, DeserializationContext context) => typeof(IBufferMessage).IsAssignableFrom(message.ClrType)
        ? message.Parser.ParseFrom(context.PayloadAsReadOnlySequence())
        : message.Parser.ParseFrom(context.PayloadAsNewBuffer());

    static void Write(IMessage message, SerializationContext context)
    {
        context.SetPayloadLength(message.CalculateSize());
        message.WriteTo(context.GetBufferWriter());
        context.Complete();
    }
}
