using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Grpc.Core.Status;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Refusals of a request: they name the field and what it takes, never what came.</summary>
static class InvalidInput
{
    /// <summary>What a text in a path or query has to be.</summary>
    internal const string NoText = "takes text that is UTF-8, percent-encoded";

    const string Malformed = "Request JSON payload is not correctly formatted.";

    /// <summary>The body is no JSON.</summary>
    internal static RpcException Payload(Exception? cause) => new(new Status(StatusCode.InvalidArgument, Malformed, cause));

    /// <summary>The body does not come as JSON.</summary>
    internal static RpcException ContentType(string problem) =>
        new(new Status(StatusCode.InvalidArgument, $"Unable to read the request as JSON because the request content type {problem}."));

    /// <summary>The field at <paramref name="path"/> does not take what came; without a path it is the whole body.</summary>
    internal static RpcException Field(string path, string problem)
    {
        var detail = path.Length == 0 ? $"{Malformed} It {problem}." : $"The field '{path}' {problem}.";
        var status = new Google.Rpc.Status { Code = (int)StatusCode.InvalidArgument, Message = detail };
        var violation = new BadRequest.Types.FieldViolation { Field = path, Description = $"The field {problem}." };
        if (path.Length > 0)
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violation } }));
        return new(new Status(StatusCode.InvalidArgument, detail), new Metadata { { ErrorJson.Details, status.ToByteArray() } });
    }
}
