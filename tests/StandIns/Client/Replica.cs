using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client.Balancer;
using Tests.Echo.V1;

namespace Tsunagu.Tests.StandIns.Clients;

/// <summary>A server that answers with its port, can be killed and started again where it was.</summary>
sealed class Replica : IAsyncDisposable
{
    ScriptedServer? running;

    public int Port { get; private set; }

    public BalancerAddress Address => new("127.0.0.1", Port);

    public static async Task<Replica> StartAsync()
    {
        var replica = new Replica();
        await replica.RunAsync();
        return replica;
    }

    public async Task RunAsync()
    {
        running = await ScriptedServer.StartAsync(async (_, http) =>
        {
            await ScriptedServer.WriteAsync(http, new SayReply { Number = http.Connection.LocalPort });
            ScriptedServer.End(http, StatusCode.OK);
        }, Port);
        Port = running.Port;
    }

    public async Task KillAsync()
    {
        if (running is not null)
            await running.DisposeAsync();
        running = null;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    public override string ToString() => Port.ToString(CultureInfo.InvariantCulture);
}
