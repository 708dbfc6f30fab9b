using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Benchmarks.Wire;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>Looks at one household after the other.</summary>
sealed class Viewer : IDisposable
{
    readonly GrpcChannel channel;
    readonly HouseholdService.HouseholdServiceClient client;
    readonly Metadata headers;
    readonly SampleCity city;
    int next;

    public Viewer(Uri server, SampleCity city)
    {
        this.city = city;
        channel = GrpcChannel.ForAddress(server, new GrpcChannelOptions { HttpHandler = Transport.NewHandler(), DisposeHttpClient = true });
        client = new(channel);
        headers = new() { { "authorization", $"Bearer {city.Token}" }, { "tsunagu-purpose", "consultation" } };
    }

    public async Task<int> ViewAsync()
    {
        var id = city.Households[(int)((uint)Interlocked.Increment(ref next) % city.Households.Count)];
        var view = await client.GetHouseholdViewAsync(new() { HouseholdId = id }, headers);
        return view.HouseholdId == id ? 1 : throw new InvalidOperationException("Another household came back.");
    }

    /// <summary>One household's view.</summary>
    public async Task<HouseholdView> ReadAsync(string household) => await client.GetHouseholdViewAsync(new() { HouseholdId = household }, headers);

    public void Dispose() => channel.Dispose();
}
