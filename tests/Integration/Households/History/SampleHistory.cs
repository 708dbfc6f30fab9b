using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>
/// The sample city as it became known: register and rents of both days in order, insurance the wrong way round, a cut file of certificates, a
/// tax file of another layout, and welfare of today.
/// </summary>
public sealed class SampleHistory : IAsyncLifetime
{
    readonly Dictionary<(string Feed, int Day), Import> imports = [];

    public HouseholdFixture Service { get; } = new();

    public static DateOnly Today => JapanCalendar.DayOf(DateTimeOffset.UtcNow);

    public Import this[string feed, int day] => imports[(feed, day)];

    public async ValueTask InitializeAsync()
    {
        await Service.InitializeAsync();
        await ImportAsync("residents", 1, City.FirstDay);
        await ImportAsync("19_shiei_jutaku", 1, City.FirstDay);
        await ImportAsync("residents", 2, City.SecondDay);
        await ImportAsync("19_shiei_jutaku", 2, City.SecondDay);
        await ImportAsync("16_kokuho_shikaku", 2, City.SecondDay);
        await ImportAsync("16_kokuho_shikaku", 1, City.FirstDay);
        await ImportAsync("01_kaigo_nintei", 1, City.FirstDay);
        await ImportAsync("01_kaigo_nintei", 2, City.SecondDay, file => file[..(file.Length / 2)]);
        await ImportAsync("18_juminzei_kubun", 2, City.SecondDay);
        await ImportAsync("14_seikatsu_hogo", 1, null);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    /// <summary>The instant just before an import became known.</summary>
    public DateTimeOffset Before(string feed, int day) => imports[(feed, day)].FinishedAt.ToDateTimeOffset().AddMicroseconds(-1);

    async Task ImportAsync(string feed, int day, DateOnly? dataDate, Func<byte[], byte[]>? cut = null)
    {
        var file = City.Sample.Read(feed == "residents" ? $"day{day}/residents.csv" : $"day{day}/feeds/{feed}.csv");
        imports[(feed, day)] = await Service.ImportAsync(feed, cut is null ? file : cut(file), name: $"{feed}-{day}", dataDate: dataDate);
    }
}
