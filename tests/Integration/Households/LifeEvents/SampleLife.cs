using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.LifeEvents;

/// <summary>Register and insurance of the sample city on both its days, and what became of them.</summary>
public sealed class SampleLife : IAsyncLifetime
{
    public HouseholdFixture Service { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Service.InitializeAsync();
        foreach (var day in new[] { 1, 2 })
        {
            await ImportAsync("residents", day, City.FirstDay.AddDays(day - 1));
            await ImportAsync("16_kokuho_shikaku", day, City.FirstDay.AddDays(day - 1));
        }
        await Service.LookedAtAsync();
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>Imports the file of one of the city's days as that of a data date.</summary>
    public async Task ImportAsync(string feed, int day, DateOnly dataDate)
    {
        var file = City.Sample.Read(feed == "residents" ? $"day{day}/residents.csv" : $"day{day}/feeds/{feed}.csv");
        _ = await Service.TakeAsync(feed, file, dataDate);
    }

    /// <summary>Life events of a resident, latest first.</summary>
    public async Task<IReadOnlyList<LifeEvent>> OfAsync(string number, bool withdrawn = false)
    {
        await Service.LookedAtAsync();
        return (await Service.LifeEventsAs("caseworker").ListResidentLifeEventsAsync(
            new() { ResidentId = (await Service.ResidentAsync(number)).ResidentId, IncludeWithdrawn = withdrawn })).LifeEvents;
    }
}
