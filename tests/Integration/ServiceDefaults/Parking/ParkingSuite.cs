using Tsunagu.Contracts.Operations.V1;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Parking;

/// <summary>A service that takes in its own events, and its administrator.</summary>
public sealed class ParkingSuite : IAsyncLifetime
{


    public Servers Servers { get; } = new();

    public Issuer Issuer { get; private set; } = null!;

    public string Endpoint { get; } = Servers.UniqueEndpoint();

    public ProbeHost Host { get; private set; } = null!;

    public Calls Calls { get; private set; } = null!;

    public OperationsService.OperationsServiceClient Operations => new(Calls.Channel);

    public Grpc.Core.CallOptions Administrator => Calls.As(Issuer.Staff("admin-1", "it", "administrator"));

    /// <summary>Calls another replica from now on.</summary>
    public void Turn(ProbeHost replica)
    {
        Calls.Dispose();
        Calls = new(replica.GrpcAddress);
    }

    public async ValueTask InitializeAsync()
    {
        await Servers.InitializeAsync();
        Issuer = await Issuer.StartAsync();
        Host = await ProbeHost.StartConsumingAsync(Settings(), Endpoint);
        Calls = new(Host.GrpcAddress);
    }

    public Dictionary<string, string?> Settings(params (string Key, string? Value)[] more) =>
        Servers.Settings([("ConnectionStrings:messaging", Servers.Broker), ("Identity:Authority", Issuer.Authority), .. more]);

    /// <summary>What is parked of a record, the oldest first.</summary>
    public async Task<IReadOnlyList<ParkedMessage>> ParkedAsync(Guid aggregate, bool ended = false) =>
        [.. (await Operations.ListParkedMessagesAsync(new() { Endpoint = Endpoint, IncludeEnded = ended, PageSize = 200 }, Administrator))
            .ParkedMessages.Where(message => message.AggregateId == aggregate.ToString())];

    public Task<IReadOnlyList<ParkedMessage>> EventuallyParkedAsync(Guid aggregate, int count) =>
        Eventually.GetAsync(() => ParkedAsync(aggregate), parked => parked.Count >= count);

    public async Task<ParkedMessage> ReplayAsync(ParkedMessage message) => await Operations.ReplayParkedMessageAsync(
        new() { RequestId = Guid.NewGuid().ToString(), ParkedMessageId = message.ParkedMessageId, ExpectedVersion = message.Version }, Administrator);

    public async Task<ParkedMessage> DiscardAsync(ParkedMessage message) => await Operations.DiscardParkedMessageAsync(
        new()
        {
            RequestId = Guid.NewGuid().ToString(),
            ParkedMessageId = message.ParkedMessageId,
            ExpectedVersion = message.Version,
            Reason = "二重に送られたため",
        },
        Administrator);

    public Task<ParkedMessage> EventuallyAsync(ParkedMessage message, ParkedState state) => Eventually.GetAsync(
        async () => await Operations.GetParkedMessageAsync(new() { ParkedMessageId = message.ParkedMessageId }, Administrator), now => now.State == state);

    public async ValueTask DisposeAsync()
    {
        Calls.Dispose();
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
        await Servers.DisposeAsync();
    }
}
