using System.Text;
using Grpc.Core;
using Npgsql;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>The disk of the database fills up in mid-import: the feed is as it was, the import says why, and goes in when there is room.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    const int DiskMegabytes = 900;
    const int Rows = 100_000;

    // Less than the staged rows need; then less and less of what the merge needs besides, until there is enough.
    static readonly int[] Left = Tier.IsFull ? [5, 10, 15, 20, 30, 50, 100] : [10];
    static readonly int LeastRefused = Tier.IsFull ? 3 : 1;

    [Fact]
    public async Task DiskFullInMidImport_LeavesTheFeedAsItWas_UntilThereIsRoom()
    {
        Assert.SkipWhen(SmallDisk.WhyNot is not null, SmallDisk.WhyNot ?? "");
        await using var disk = await SmallDisk.StartAsync(DiskMegabytes);
        await using var fixture = new HouseholdFixture { Database = new NpgsqlConnectionStringBuilder(disk.Server) { Database = "household" }.ConnectionString };
        await fixture.InitializeAsync();
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var (rows, refusals) = (50, 0);
        _ = await feed.ImportAsync(MadeUpFeed.Rows(rows));
        foreach (var left in Left)
        {
            var id = MadeUpFeed.NewId();
            var file = Encoding.UTF8.GetBytes(MadeUpFeed.Rows(rows + Rows)).Chunk(60_000).ToArray();
            await disk.FillAsync(left);
            var refused = await Record.ExceptionAsync(() => fixture.ImportAsync(feed.Id, file, id));
            await disk.FreeAsync();
            if (refused is null)
            {
                output.WriteLine($"{left} MB left: goes in");
                Assert.Equal(rows + Rows, await feed.LiveAsync());
                break;
            }
            await disk.StartServerAsync();

            var import = await PatientlyAsync(() => fixture.UntilAsync(id, i => i.State == ImportState.Failed));
            var answer = Assert.IsType<RpcException>(refused);
            output.WriteLine($"{left} MB left: {answer.StatusCode} {RefusedCall.Of(answer).Code}, import {import.ProblemCode}");
            Assert.Equal(StatusCode.Unavailable, answer.StatusCode);
            Assert.Contains(import.ProblemCode, (string[])["STORAGE_FULL", "IMPORT_INTERRUPTED"]);
            Assert.Equal(rows, await PatientlyAsync(() => feed.LiveAsync()));
            Assert.Equal(0, await PatientlyAsync(() => fixture.CountAsync($"select count(*) from staged_involvements where import_id = '{id}'")));

            (rows, refusals) = (rows + Rows, refusals + 1);
            Assert.Equal(ImportState.Applied, (await PatientlyAsync(() => fixture.ImportAsync(feed.Id, file, id))).State);
            Assert.Equal(rows, await feed.LiveAsync());
        }

        Assert.InRange(refusals, LeastRefused, Left.Length);
    }

    // A server that ended with its disk leaves broken connections behind.
    static async Task<T> PatientlyAsync<T>(Func<Task<T>> ask)
    {
        for (var until = DateTime.UtcNow.AddMinutes(2); ; await Task.Delay(500))
        {
            try
            {
                return await ask();
            }
            catch (Exception e) when (DateTime.UtcNow < until && e is NpgsqlException or RpcException { StatusCode: StatusCode.Unavailable })
            {
                // Asked again in a moment.
            }
        }
    }
}
