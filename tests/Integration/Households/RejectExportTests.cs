using System.Text;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Rows set aside, with the rows themselves, and hostile files.</summary>
public sealed class RejectExportTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    const string Header = "番号,状態,開始,備考\n";

    [Fact]
    public async Task RejectedRows_AreExportedWithLineColumnReasonAndRow()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var import = await feed.ImportAsync(Header + "1,利用中,2026-04-01,\n2,利用中,2026-13-01,\"a\nb\"\n3,利用中\n=cmd|' /C calc'!A0,利用中,いつか,\n");
        Assert.Equal((4, 1, 3), (import.Rows, import.GoodRows, import.RejectedRows));
        Assert.Equal(
            """"
            line,column,reason,raw
            3,"開始","DATE_INVALID","2,利用中,2026-13-01,""a
            b"""
            5,"","COLUMN_COUNT","3,利用中"
            6,"開始","DATE_INVALID","'=cmd|' /C calc'!A0,利用中,いつか,"
            """",
            string.Join('\n', await feed.ExportAsync(import)));
    }

    [Fact]
    public async Task ForbiddenNumbers_AreNotAmongTheRows()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var rows = string.Concat(Enumerable.Range(10, 20).Select(i => $"{i},利用中,2026-04-01,1234567890{i}\n"));
        var import = await feed.ImportAsync(Header + rows + "90,利用中,いつか,123456789099\n91,利用中,123456789098\n92,\"利用中,123456789097\n");
        Assert.Equal((ImportState.Applied, 3, "備考"), (import.State, import.RejectedRows, Assert.Single(import.DroppedColumns)));
        var export = string.Join('\n', await feed.ExportAsync(import));
        Assert.Contains("90,利用中,いつか,\"", export, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678909", export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReleasedFile_ExportsTheSameRows()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(40));
        var cut = await feed.ImportAsync(Header + "\n\n1,利用中,いつか,\n2,利用中,2026-04-01,\n");
        var before = await feed.ExportAsync(cut);
        var released = await feed.ReleaseAsync(cut);
        Assert.Equal((ImportState.Applied, 1), (released.State, released.RejectedRows));
        Assert.Equal(before, await feed.ExportAsync(released));
        Assert.Equal("4,\"開始\",\"DATE_INVALID\",\"1,利用中,いつか,\"", before[1]);
    }

    [Fact]
    public async Task ImportWithoutRejects_ExportsItsHeading()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        Assert.Equal(["line,column,reason,raw"], await feed.ExportAsync(await feed.ImportAsync(MadeUpFeed.Rows(1))));
    }

    [Fact]
    public async Task HostileRows_AreReportedAndTheRestGoesIn()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var import = await feed.ImportAsync(
            Header + "1,利用中,2026-04-01,\0\r\n2,利用中,2026-04-01,\uFEFFx\r3,利用中,2026-04-01,\n\"4,利用中,2026-04-01,\n" + new string('x', 3 << 20) + "\n5,利用中,2026-04-01,\n");
        Assert.Equal((ImportState.Applied, 6, 3), (import.State, import.Rows, import.GoodRows));
        Assert.Equal(
            ["2 BYTES_INVALID", "5 QUOTE_UNTERMINATED", "6 LINE_TOO_LONG"],
            (await fixture.RejectsAsync(import.ImportId, 10)).Select(r => $"{r.Line} {r.Reason}"));
    }

    [Fact]
    public async Task KeysRepeatedByTheThousand_AreEachARecord_AndTheSameFileAgainChangesNothing()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var file = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"1,利用中,2026-04-01,{i}\n")));
        var import = await feed.ImportAsync(file);
        Assert.Equal((ImportState.Applied, 20_000, 20_000), (import.State, import.GoodRows, import.Added));
        Assert.Equal(ImportState.Unchanged, (await feed.ImportAsync(file)).State);
    }
}
