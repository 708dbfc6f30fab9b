using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Fields of a message by both of their names; where two fields meet in one name, the JSON name wins.</summary>
static class MessageFields
{
    static readonly ConcurrentDictionary<MessageDescriptor, Dictionary<string, FieldDescriptor>> Known = new();

    /// <summary>Fields by name.</summary>
    internal static Dictionary<string, FieldDescriptor> Of(MessageDescriptor message) => Known.GetOrAdd(message, static type =>
    {
        var fields = new Dictionary<string, FieldDescriptor>(StringComparer.Ordinal);
        foreach (var field in type.Fields.InFieldNumberOrder())
            fields[field.Name] = field;
        foreach (var field in type.Fields.InFieldNumberOrder())
            fields[field.JsonName] = field;
        return fields;
    });

    internal static IMessage New(MessageDescriptor message) => message.Parser.ParseFrom(ByteString.Empty);

    /// <summary>Whether the message has a JSON form of its own.</summary>
    internal static bool IsWellKnown(MessageDescriptor message) =>
        message.File.Package == "google.protobuf" && message.File.Name is not "google/protobuf/descriptor.proto";

    internal static bool IsWrapper(MessageDescriptor message) => message.File.Name == "google/protobuf/wrappers.proto";
}
