using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Writes a status as google.rpc.Status JSON, with the details that came in <c>grpc-status-details-bin</c>.</summary>
sealed class ErrorJson(JsonMessageWriter messages, params TypeRegistry[] types)
{
    /// <summary>Trailer in which a google.rpc.Status comes.</summary>
    internal const string Details = "grpc-status-details-bin";

    const string Type = "@type";

    /// <summary>The types that errors are described with.</summary>
    internal static IEnumerable<MessageDescriptor> KnownTypes => ErrorDetailsReflection.Descriptor.MessageTypes;

    internal void Write(Utf8JsonWriter json, global::Grpc.Core.Status status, Metadata trailers)
    {
        json.WriteStartObject();
        json.WriteNumber("code", (int)status.StatusCode);
        json.WriteString("message", status.Detail);
        json.WriteStartArray("details");
        foreach (var detail in DetailsOf(trailers))
            Write(json, detail);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static RepeatedField<Any> DetailsOf(Metadata trailers)
    {
        if (trailers.GetValueBytes(Details) is not { } bytes)
            return [];
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes).Details;
        }
        catch (InvalidProtocolBufferException)
        {
            // The error itself counts; details that are no google.rpc.Status cannot be shown.
            return [];
        }
    }

    void Write(Utf8JsonWriter json, Any detail)
    {
        json.WriteStartObject();
        json.WriteString(Type, detail.TypeUrl);
        if (Unpack(detail) is { } message)
            messages.WriteFields(json, message);
        else
            json.WriteBase64String("value", detail.Value.Span);
        json.WriteEndObject();
    }

    IMessage? Unpack(Any detail)
    {
        var name = Any.GetTypeName(detail.TypeUrl);
        try
        {
            return types.Select(registry => registry.Find(name)).OfType<MessageDescriptor>().FirstOrDefault()?.Parser.ParseFrom(detail.Value);
        }
        catch (InvalidProtocolBufferException)
        {
            // What is not of the type it names is shown as what it is.
            return null;
        }
    }
}
