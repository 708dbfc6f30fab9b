using System.Globalization;
using System.Text;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Population;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>What an import costs the database: in proportion to the file, not to its square, and to what of it changed.</summary>
public sealed class ImportCostTests : IAsyncLifetime
{
    const int Rows = 3_000;

    // A merge has a dozen statements; one that looks through a table for each row has thousands.
    const int MostScans = 100;

    // Of its own, because its tables are empty.
    readonly HouseholdFixture service = new();

    public ValueTask InitializeAsync() => service.InitializeAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task FirstFile_IsComparedAsAWhole_AndSoIsTheFirstLateOne()
    {
        var feed = await new MadeUpFeed(service).CreateAsync();
        Assert.Equal(ImportState.Applied, (await feed.ImportAsync(MadeUpFeed.Rows(Rows))).State);
        Assert.InRange(await ScansAsync("involvements"), 0, MostScans);

        var file = Encoding.UTF8.GetBytes(MadeUpFeed.Rows(2 * Rows));
        var late = await service.ImportAsync(feed.Id, file, dataDate: JapanCalendar.DayOf(DateTimeOffset.UtcNow).AddDays(-2));
        Assert.Equal((ImportState.Applied, 2 * Rows), (late.State, late.Added));
        Assert.InRange(await ScansAsync("involvement_versions"), 0, MostScans);
    }

    [Fact]
    public async Task NextFileOfTheRegister_WritesTheRowsThatChanged_AndNoOther()
    {
        const int Changed = 3;
        var people = Town.People(Rows, 7, new DateOnly(2026, 4, 1)).ToArray();
        Assert.Equal(ImportState.Applied, (await service.ImportAsync("residents", people)).State);
        Assert.InRange(await ScansAsync("residents"), 0, MostScans);

        var before = await service.CountAsync("select txid_current()");
        var next = people.Select((person, place) => place < Changed ? person with { Phone = "0999-01-0000" } : person);
        var import = await service.ImportAsync("residents", next);
        Assert.Equal((ImportState.Applied, Changed), (import.State, import.Changed));
        // A row that was but locked has been written too.
        Assert.Equal(Changed, await service.CountAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"begin; set local tsunagu.principal = 'job:feed-import'; select count(*) from residents where greatest(xmin::text::bigint, xmax::text::bigint) > {before}")));
    }

    // The server counts in its own time.
    async Task<long> ScansAsync(string table)
    {
        await Eventually.HoldsAsync(
            async () => await service.CountAsync($"select n_tup_ins from pg_stat_user_tables where relname = '{table}'") >= Rows, $"the server has counted the rows of {table}");
        return await service.CountAsync($"select seq_scan from pg_stat_user_tables where relname = '{table}'");
    }
}
