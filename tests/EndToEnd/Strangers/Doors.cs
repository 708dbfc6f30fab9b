using System.Diagnostics;
using Google.Protobuf;
using Tsunagu.Tests.EndToEnd.Hosting;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>Both doors of the running suite.</summary>
sealed class Doors : IAsyncDisposable
{
    // What is read may still be on its way through the suite when the first door is asked.
    static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    readonly SuiteFixture suite;
    readonly GrpcDoor grpc;
    readonly RestDoor rest;
    readonly Dictionary<string, string> tokens = [];
    int calls;

    Doors(SuiteFixture suite, GrpcDoor grpc) => (this.suite, this.grpc, rest) = (suite, grpc, new RestDoor(suite.Http));

    public static async Task<Doors> OpenAsync(SuiteFixture suite, CancellationToken ct)
    {
        await suite.WaitUntilHealthyAsync(ct);
        return new Doors(suite, await GrpcDoor.OpenAsync(suite.GatewayGrpc, ct));
    }

    /// <summary>A call of a staff member with the purpose of a consultation.</summary>
    public async Task<Call> CallAsync(string staffId, IMessage request, CancellationToken ct)
    {
        if (!tokens.TryGetValue(staffId, out var token))
            tokens[staffId] = token = (await suite.SignInAsync(staffId, ct)).Token;
        return new Call(request, new Dictionary<string, string> { ["authorization"] = $"Bearer {token}", ["tsunagu-purpose"] = "consultation" });
    }

    public Task<Answer> AskGrpcAsync(Call call, CancellationToken ct) => grpc.AskAsync(call, ct);

    public Task<Answer> AskHttpAsync(Call call, CancellationToken ct) => rest.AskAsync(call, ct);

    /// <summary>Asks both, each first in turn, until they agree or have had time to.</summary>
    public async Task<(Answer Grpc, Answer Http)> AskAsync(Call call, CancellationToken ct)
    {
        var grpcFirst = calls++ % 2 == 0;
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var early = grpcFirst ? await grpc.AskAsync(call, ct) : null;
            var byRest = await rest.AskAsync(call, ct);
            var byGrpc = early ?? await grpc.AskAsync(call, ct);
            if (byGrpc == byRest || waited.Elapsed > Settling)
                return (byGrpc, byRest);
            await Task.Delay(Pause, ct);
        }
    }

    public ValueTask DisposeAsync() => grpc.DisposeAsync();
}
