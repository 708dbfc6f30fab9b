using Google.Rpc;
using Grpc.Core;
using Tsunagu.ServiceDefaults.Errors;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>What a refused call told its caller.</summary>
/// <param name="Status">gRPC status.</param>
/// <param name="Code">Stable code; empty when the answer carries no details.</param>
/// <param name="Detail">Text for people.</param>
/// <param name="Fields">Fields that are wrong.</param>
public sealed record RefusedCall(StatusCode Status, string Code, string Detail, IReadOnlyList<string> Fields)
{
    public static RefusedCall Of(RpcException refusal)
    {
        var details = refusal.Trailers.FirstOrDefault(entry => entry.Key == "grpc-status-details-bin") is { } trailer
            ? Google.Rpc.Status.Parser.ParseFrom(trailer.ValueBytes).Details.ToList()
            : [];
        var code = details.Where(any => any.Is(ErrorInfo.Descriptor)).Select(any => ErrorReason.Of(any.Unpack<ErrorInfo>())).FirstOrDefault("");
        var fields = details.Where(any => any.Is(BadRequest.Descriptor)).SelectMany(any => any.Unpack<BadRequest>().FieldViolations);
        return new(refusal.StatusCode, code, refusal.Status.Detail, [.. fields.Select(violation => violation.Field)]);
    }
}
