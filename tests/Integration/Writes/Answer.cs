using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>What a write was answered.</summary>
/// <param name="Message">The answer, or null for a refusal.</param>
/// <param name="Status">gRPC status.</param>
/// <param name="Code">Code of the refusal; empty for an answer.</param>
public sealed record Answer(IMessage? Message, StatusCode Status, string Code)
{
    public static Answer Of(RpcException refusal) => new(null, refusal.StatusCode, RefusedCall.Of(refusal).Code);
}
