using System.Globalization;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Parking;

public sealed class ParkingOrderTests(ParkingSuite suite, ITestOutputHelper output) : IClassFixture<ParkingSuite>
{
    static readonly bool IsFull = Environment.GetEnvironmentVariable("TSUNAGU_TIER") == "full";

    static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("TSUNAGU_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : IsFull ? Environment.TickCount & 0xFFFFFF : 20261122;

    [Fact]
    public async Task WhateverFailsRepeatsAndIsReplayed_EachRecordKeepsItsOrderAndEachEventItsOneEffect()
    {
        output.WriteLine($"TSUNAGU_SEED={Seed}");
        var endpoint = Servers.UniqueEndpoint();
        await using var one = await ProbeHost.StartConsumingAsync(suite.Settings(), endpoint);
        await using var other = await ProbeHost.StartConsumingAsync(suite.Settings(), endpoint);
        // The fixture's own service does not know this endpoint and must not be given its replays.
        await suite.Host.DisposeAsync();
        suite.Turn(one);
        var parked = 0L;
        for (var run = 0; run < (IsFull ? 400 : 25); run++)
        {
            foreach (var (effects, must, may) in await new ParkingStorm(suite, endpoint, [one, other], Seed + (run * 10)).RunAsync())
            {
                Assert.Equal(effects.Order(), effects);
                Assert.Equal(must, effects.Except(may));
                Assert.Equal(effects.Count, effects.Distinct().Count());
            }

            parked = await Servers.QueryAsync<long>(suite.Servers.Administrator, $"select count(*) from parked_messages where endpoint = '{endpoint}'");
        }

        // It has seen what it is about.
        Assert.True(parked > 25, $"Only {parked} messages were parked.");
    }
}
