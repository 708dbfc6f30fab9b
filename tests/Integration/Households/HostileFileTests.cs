using System.IO.Compression;
using System.Text;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Population;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Files that somebody made, or an accident, to break what reads them: a clear report, and the data as it was or as the sound rows tell it.</summary>
public sealed class HostileFileTests(HouseholdFixture fixture) : IClassFixture<HouseholdFixture>
{
    const string Header = "番号,状態,開始,備考\n";
    const string Row = "1,利用中,2026-04-01,\n";

    static readonly int Megabytes = Tier.IsFull ? 200 : 8;

    [Theory]
    [InlineData(CompressionLevel.SmallestSize)]
    [InlineData(CompressionLevel.NoCompression)]
    public async Task ArchiveWithTheNameOfATable_IsSetAsideForItsEncoding_AndNotUnpacked(CompressionLevel level)
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(3));
        var import = await feed.ImportAsync(Archive(level, level == CompressionLevel.NoCompression ? 100_000 : 64 << 20));
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Encoding, false), (import.State, import.QuarantineReason, import.FileKept));
        Assert.Equal(3, await feed.LiveAsync());
    }

    [Fact]
    public async Task StoredArchive_WhoseTextShowsThrough_IsSetAsideToo()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ReviseAsync(d => d.File.Encoding = "cp932");
        var import = await feed.ImportAsync(Archive(CompressionLevel.NoCompression, 1 << 20));
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Encoding), (import.State, import.QuarantineReason));
    }

    [Fact]
    public async Task LineWithoutEnd_IsSetAside_AndTheRowsAroundItGoIn()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var import = await fixture.ImportAsync(feed.Id, Pieces(Header + Row, Repeated("x", Megabytes), "\n2,利用中,2026-04-01,\n"));
        Assert.Equal((ImportState.Applied, 3, 2, 1), (import.State, import.Rows, import.GoodRows, import.RejectedRows));
        Assert.Equal(["3 LINE_TOO_LONG"], (await fixture.RejectsAsync(import.ImportId)).Select(r => $"{r.Line} {r.Reason}"));
    }

    [Fact]
    public async Task LineOfCellsWithoutEnd_IsSetAside()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var import = await fixture.ImportAsync(feed.Id, Pieces(Header + Row, Repeated("x,", Megabytes), "\n2,利用中,2026-04-01,\n"));
        Assert.Equal((ImportState.Applied, 2, 1), (import.State, import.GoodRows, import.RejectedRows));
    }

    [Fact]
    public async Task QuoteLeftOpen_CostsItsLine_HoweverMuchFollows()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var rows = string.Concat(Enumerable.Range(3, 40_000).Select(i => $"{i},利用中,2026-04-01,あいうえお\n"));
        var import = await feed.ImportAsync(Header + Row + "2,\"利用中,2026-04-01,\n" + rows);
        Assert.Equal((ImportState.Applied, 40_001, 1), (import.State, import.GoodRows, import.RejectedRows));
        Assert.Equal(["3 QUOTE_UNTERMINATED"], (await fixture.RejectsAsync(import.ImportId)).Select(r => $"{r.Line} {r.Reason}"));
    }

    [Fact]
    public async Task QuoteOpenedOnEveryLine_IsNoFileOfTheFeed()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        _ = await feed.ImportAsync(MadeUpFeed.Rows(3));
        var import = await feed.ImportAsync(Header + string.Concat(Enumerable.Repeat("a\",\"\n", 40_000)));
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Layout, 40_000), (import.State, import.QuarantineReason, import.RejectedRows));
        Assert.Equal(3, await feed.LiveAsync());
    }

    [Fact]
    public async Task FileOfNothingButNuls_IsSetAsideForItsEncoding()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var import = await fixture.ImportAsync(feed.Id, Repeated("\0", Megabytes));
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Encoding), (import.State, import.QuarantineReason));
    }

    [Fact]
    public async Task HeaderWithANul_IsSetAside_WithTheNumbersBelowItDropped()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var rows = string.Concat(Enumerable.Range(10, 20).Select(i => $"{i},利用中,2026-04-01,1234567890{i}\n"));
        var import = await feed.ImportAsync("番号,状態,開始,備\0考\n" + rows);
        Assert.Equal((ImportState.Quarantined, QuarantineReason.Encoding), (import.State, import.QuarantineReason));
        Assert.Equal(["備\uFFFD考"], import.DroppedColumns);
    }

    [Fact]
    public async Task FilesJoinedWithTheirMarksAndHeaders_AreReadAsOne()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var import = await feed.ImportAsync($"\uFEFF{Header}{Row}\uFEFF{Header}\"2\",利用中,2026-04-01,\r\uFEFF\r\n\uFEFF3,利用中,2026-04-01,\n");
        Assert.Equal((ImportState.Applied, 3, 3), (import.State, import.Rows, import.GoodRows));
        Assert.Equal(3, await feed.LiveAsync("record_key in ('1', '2', '3')"));
    }

    [Fact]
    public async Task ValuesThatNoIndexTakes_AreSetAside()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        var random = Seed.NewRandom();
        var noise = string.Concat(Enumerable.Range(0, 5000).Select(_ => (char)random.Next('一', '龠')));
        var import = await feed.ImportAsync(Header + Row + $"{noise[..600]},利用中,2026-04-01,\n{noise[..500]},利用中,2026-04-01,\n2,{noise},2026-04-01,\n3,利用中,2026-04-01,{noise}\n");
        Assert.Equal((ImportState.Applied, 3), (import.State, import.GoodRows));
        Assert.Equal(["3 番号 VALUE_TOO_LONG", "5 状態 VALUE_TOO_LONG"], (await fixture.RejectsAsync(import.ImportId)).Select(r => $"{r.Line} {r.Column} {r.Reason}"));
    }

    [Fact]
    public async Task FormulasInEveryCell_AreDataInTheApi_AndTextInTheSpreadsheet()
    {
        var feed = await new MadeUpFeed(fixture).CreateAsync();
        string[] formulas = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "＝1"];
        var import = await feed.ImportAsync(Header + string.Concat(formulas.Select(f => $"{f},{f},{f},{f}\n")));
        Assert.Equal((5, "DATE_INVALID"), (import.RejectedRows, (await fixture.RejectsAsync(import.ImportId))[0].Reason));
        Assert.All((await feed.ExportAsync(import)).Skip(1), line => Assert.StartsWith("'", line.Split(",\"DATE_INVALID\",\"")[1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task ResidentRepeatedByTheTenThousand_IsOneResident()
    {
        var person = Town.People(1, 5, new DateOnly(2026, 4, 1)).Single();
        var import = await fixture.ImportAsync("residents", Enumerable.Repeat(person, 30_000));
        Assert.Equal((ImportState.Applied, 30_000, 1, 29_999), (import.State, import.Rows, import.GoodRows, import.RejectedRows));
        Assert.Single((await fixture.Caseworker.SearchResidentsAsync(new() { ResidentNumber = person.Number })).Matches);
    }

    static byte[] Archive(CompressionLevel level, int bytes)
    {
        using var archived = new MemoryStream();
        using (var archive = new ZipArchive(archived, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("export.csv", level).Open())
            entry.Write(level == CompressionLevel.NoCompression ? Encoding.UTF8.GetBytes(MadeUpFeed.Rows(bytes / 30)) : new byte[bytes]);
        return archived.ToArray();
    }

    static IEnumerable<byte[]> Pieces(string before, IEnumerable<byte[]> middle, string after) =>
        [Encoding.UTF8.GetBytes(before), .. middle, Encoding.UTF8.GetBytes(after)];

    // One array for all of them: what a piece of a megabyte costs is paid by who reads it.
    static IEnumerable<byte[]> Repeated(string text, int megabytes) =>
        Enumerable.Repeat(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, (1 << 20) / text.Length))), megabytes);
}
