using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The sample city with its list of protective measures, all of today.</summary>
public sealed class ShieldedCity : IAsyncLifetime
{
    public HouseholdFixture Service { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Service.InitializeAsync();
        foreach (var (feed, path) in City.Sample.Files(["residents", "protective-measures", "areas", "14_seikatsu_hogo", "16_kokuho_shikaku"]))
            Assert.Equal(ImportState.Applied, (await Service.ImportAsync(feed, City.Sample.Read(path), name: feed)).State);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>A person by 宛名番号, as a search answers.</summary>
    public async Task<Resident> FindAsync(string number) =>
        Assert.Single((await Service.Caseworker.SearchResidentsAsync(new() { ResidentNumber = number })).Matches).Resident;
}
