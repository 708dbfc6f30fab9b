using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>How the JSON of an application looks.</summary>
sealed class JsonFormat
{
    internal JsonFormat(GrpcJsonTranscodingOptions options)
    {
        Types = options.TypeRegistry;
        Messages = new JsonMessageWriter(options.JsonSettings, Types);
        Errors = new ErrorJson(Messages, TypeRegistry.FromMessages(ErrorJson.KnownTypes), Types);
    }

    internal TypeRegistry Types { get; }

    internal JsonMessageWriter Messages { get; }

    internal ErrorJson Errors { get; }
}
