using Grpc.Core;
using Tsunagu.Tests.Benchmarks.Wire.V1;

namespace Tsunagu.Tests.Benchmarks.Wire;

sealed class EchoService : Echo.EchoBase
{
    public override Task<Payload> Say(Payload request, ServerCallContext context) => Task.FromResult(new Payload { Data = request.Data });

    public override async Task Pour(PourRequest request, IServerStreamWriter<Payload> responseStream, ServerCallContext context)
    {
        var message = new Payload { Data = request.Data };
        for (var count = 0; count < request.Count; count++)
            await responseStream.WriteAsync(message);
    }
}
