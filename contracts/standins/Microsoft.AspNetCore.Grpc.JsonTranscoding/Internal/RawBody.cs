using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Bodies of <c>google.api.HttpBody</c>: bytes of any content type, in place of JSON. The message may come from any assembly.</summary>
static class RawBody
{
    internal static bool Is(MessageDescriptor type) => type.FullName == HttpBody.Descriptor.FullName;

    /// <summary>The request message that the body is, or whose <paramref name="field"/> it is.</summary>
    internal static IMessage Read(string? contentType, ReadOnlySpan<byte> data, MessageDescriptor input, FieldDescriptor? field)
    {
        var body = MessageFields.New(field?.MessageType ?? input);
        Part(body, HttpBody.ContentTypeFieldNumber).SetValue(body, contentType ?? "");
        Part(body, HttpBody.DataFieldNumber).SetValue(body, ByteString.CopyFrom(data));
        if (field is null)
            return body;
        var message = MessageFields.New(input);
        field.Accessor.SetValue(message, body);
        return message;
    }

    /// <summary>Content type and bytes of a response that is one, else null.</summary>
    internal static (string ContentType, ReadOnlyMemory<byte> Data)? Of(IMessage message) => Is(message.Descriptor)
        ? ((string)Part(message, HttpBody.ContentTypeFieldNumber).GetValue(message), ((ByteString)Part(message, HttpBody.DataFieldNumber).GetValue(message)).Memory)
        : null;

    static IFieldAccessor Part(IMessage message, int number) => message.Descriptor.FindFieldByNumber(number).Accessor;
}
