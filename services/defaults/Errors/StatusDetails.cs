using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Errors;

/// <summary>Turns an answer for the caller into a gRPC status with google.rpc.Status details.</summary>
static class StatusDetails
{
    public const string Trailer = "grpc-status-details-bin";
    public const string Domain = "tsunagu";

    /// <summary>Messages that a status may hold, for its JSON form.</summary>
    public static readonly TypeRegistry Types =
        TypeRegistry.FromMessages(ErrorInfo.Descriptor, Google.Rpc.BadRequest.Descriptor, LocalizedMessage.Descriptor);

    public static RpcException Exception(
        StatusCode code, string reason, string detail, IReadOnlyList<FieldViolation>? violations = null)
    {
        var info = ErrorReason.In(Domain, reason);
        // The caller's way to ask about it: the trace holds what is not told here.
        if (Activity.Current is { } activity)
            info.Metadata["trace_id"] = activity.TraceId.ToHexString();

        var status = new Google.Rpc.Status { Code = (int)code, Message = detail };
        status.Details.Add(Any.Pack(info));
        if (violations is { Count: > 0 })
            status.Details.Add(Any.Pack(BadRequest(violations)));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = "ja", Message = detail }));
        return new RpcException(new Grpc.Core.Status(code, detail), new Metadata { { Trailer, status.ToByteArray() } });
    }

    /// <summary>The stable code of an answer; the name of its status when it carries none.</summary>
    public static string ReasonOf(RpcException answer)
    {
        var details = answer.Trailers.GetValueBytes(Trailer) is { } bytes ? Google.Rpc.Status.Parser.ParseFrom(bytes).Details : [];
        return details.FirstOrDefault(detail => detail.Is(ErrorInfo.Descriptor)) is { } info
            ? ErrorReason.Of(info.Unpack<ErrorInfo>())
            : answer.StatusCode.ToString();
    }

    static BadRequest BadRequest(IReadOnlyList<FieldViolation> violations)
    {
        var badRequest = new BadRequest();
        foreach (var violation in violations)
            badRequest.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = violation.Field, Description = violation.Detail });
        return badRequest;
    }
}
