using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>Says back what it hears.</summary>
public sealed class ProbeTalkRpc : TalkService.TalkServiceBase
{
    public override async Task Talk(IAsyncStreamReader<Empty> requests, IServerStreamWriter<Empty> responses, ServerCallContext context)
    {
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
            await responses.WriteAsync(request, context.CancellationToken);
    }
}
