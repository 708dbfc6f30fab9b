using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Tsunagu.ServiceDefaults.Errors;
using Status = Google.Rpc.Status;

namespace Tsunagu.Gateway.Problems;

/// <summary>A refusal of a service (<c>google.rpc.Status</c>) as a problem.</summary>
static class RpcProblems
{
    // Services put their own words into the status only together with this domain; other words may be a library's.
    const string OwnDomain = "tsunagu";

    // As the services name it.
    const string TraceIdKey = "trace_id";

    /// <summary>The problem; a stale version is 412 to a caller that sent If-Match, else 409.</summary>
    /// <param name="status">The refusal.</param>
    /// <param name="conditional">True when the request carried If-Match.</param>
    /// <param name="input">Type of the request, where it was read from JSON: its fields get words of ours.</param>
    public static Problem From(Status status, bool conditional, MessageDescriptor? input = null)
    {
        var info = Detail<ErrorInfo>(status) is { Domain: OwnDomain } own ? own : null;
        var code = System.Enum.IsDefined((Code)status.Code) ? (Code)status.Code : Code.Unknown;
        var http = HttpStatus(code, info is null ? "" : ErrorReason.Of(info), conditional);
        var plain = ProblemTexts.ForStatus(http);
        if (info is null)
            return plain with { Errors = code == Code.InvalidArgument ? Unread(status, input) : [] };
        var words = Detail<LocalizedMessage>(status)?.Message ?? status.Message;
        return new Problem(http, ErrorReason.Of(info), words, [.. (Detail<BadRequest>(status)?.FieldViolations ?? []).Select(v => new FieldProblem(v.Field, v.Description))]);
    }

    /// <summary>The gateway's own problem as gRPC clients read it.</summary>
    public static Status ToStatus(Problem problem, int code)
    {
        var info = ErrorReason.In(OwnDomain, problem.Code);
        if (problem.TraceId is { } traceId)
            info.Metadata[TraceIdKey] = traceId;
        return new()
        {
            Code = code,
            Message = problem.Detail,
            Details = { Any.Pack(info), Any.Pack(new LocalizedMessage { Locale = "ja", Message = problem.Detail }) },
        };
    }

    // A request that could not be read: which fields are wrong is known, the words are a library's.
    static FieldProblem[] Unread(Status status, MessageDescriptor? input) =>
        [.. (Detail<BadRequest>(status)?.FieldViolations ?? []).Select(v => new FieldProblem(v.Field, FieldWords.For(input, v.Field)))];

    static T? Detail<T>(Status status)
        where T : class, IMessage, new() =>
        status.Details.Select(d => d.TryUnpack<T>(out var detail) ? detail : null).FirstOrDefault(d => d is not null);

    static int HttpStatus(Code code, string reason, bool conditional) => code switch
    {
        Code.Ok or Code.Unknown or Code.Internal or Code.DataLoss => 500,
        Code.InvalidArgument or Code.OutOfRange => 400,
        Code.Unauthenticated => 401,
        Code.PermissionDenied => 403,
        Code.NotFound => 404,
        Code.AlreadyExists or Code.FailedPrecondition => 409,
        Code.Aborted => conditional ? 412 : 409,
        Code.ResourceExhausted => reason.EndsWith("TOO_LARGE", StringComparison.Ordinal) ? 413 : 429,
        Code.Unimplemented => 501,
        // A caller that reads this did not cancel: the service did, because it stops.
        Code.Unavailable or Code.Cancelled => 503,
        Code.DeadlineExceeded => 504,
    };
}
