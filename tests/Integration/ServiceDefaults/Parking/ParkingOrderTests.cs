using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Parking;

public sealed class ParkingOrderTests(ParkingSuite suite) : IClassFixture<ParkingSuite>
{
    [Fact]
    public async Task WhateverFailsRepeatsAndIsReplayed_EachRecordKeepsItsOrderAndEachEventItsOneEffect()
    {
        var seed = Seed.Draw();
        var endpoint = Servers.UniqueEndpoint();
        await using var one = await ProbeHost.StartConsumingAsync(suite.Settings(), endpoint);
        await using var other = await ProbeHost.StartConsumingAsync(suite.Settings(), endpoint);
        // The fixture's own service does not know this endpoint and must not be given its replays.
        await suite.Host.DisposeAsync();
        suite.Turn(one);
        var parked = 0L;
        for (var run = 0; run < (Tier.IsFull ? 400 : 25); run++)
        {
            foreach (var (effects, must, may) in await new ParkingStorm(suite, endpoint, [one, other], unchecked(seed + (run * 10))).RunAsync())
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
