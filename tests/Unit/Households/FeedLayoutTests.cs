using System.Text;
using System.Text.Json;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

/// <summary>A made-up feed of no city: the engine knows nothing but its layout.</summary>
public sealed class FeedLayoutTests
{
    const string Layout =
        """
        {
          "feedId": "made_up", "version": 1, "kind": "involvement", "scheme": "見守り", "department": "見守り課",
          "file": {"encoding": "utf-8", "delimiter": ";", "quoting": "quoted", "headerRows": 1, "trailerFirstCell": "計",
                   "columns": ["番号", "住民", "区分", "から", "まで", "取消", "控え"]},
          "key": {"column": "住民", "role": "本人"}, "recordKey": ["番号"],
          "status": {"column": "区分", "codes": {"1": "利用中"}},
          "start": {"column": "から", "style": "Gy.M.d"},
          "end": [{"column": "まで", "style": "Gy.M.d"}, {"column": "取消", "style": "yyyyMMdd", "none": ["99999999"]}]
        }
        """;

    const string Header = "番号;住民;区分;から;まで;取消;控え\n";

    [Fact]
    public async Task Row_IsMappedByItsLayout()
    {
        var (row, _) = Assert.Single((await MapAsync("7;1234;1;R8.1.5;R9.3.31;20260630;x\n計;1;;;;;\n")).Mapped);
        Assert.Equal(("7", "000000000001234", "利用中"), (row?.RecordKey, row?.Key, row?.Status));
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 6, 30)), (row?.Start, row?.End));
    }

    [Fact]
    public async Task CodeThatIsNotListed_IsShownAsItIs() =>
        Assert.Equal("9", Assert.Single((await MapAsync("7;1234;9;R8.1.5;;99999999;x\n")).Mapped).Row?.Status);

    [Theory]
    [InlineData("7;;1;R8.1.5;;;x", "住民", "KEY_MISSING")]
    [InlineData("7;12A4;1;R8.1.5;;;x", "住民", "KEY_INVALID")]
    [InlineData("7;1234;1;R8.13.5;;;x", "から", "DATE_INVALID")]
    [InlineData("7;1234;1;R8.1.5;R8.2.30;;x", "まで", "DATE_INVALID")]
    [InlineData("7;1234;1;R8.1.5;;", "", "COLUMN_COUNT")]
    [InlineData("7;1234;1;R8.1.5;;;\0", "控え", "BYTES_INVALID")]
    [InlineData("7;1234;1;R8.1.5;;;\uFFFF", "控え", "BYTES_INVALID")]
    public async Task DefectiveRow_IsSetAsideWithColumnAndReason(string row, string column, string reason) =>
        Assert.Equal(new Reject(2, column, reason), Assert.Single((await MapAsync(row + "\n")).Mapped).Reject);

    [Fact]
    public async Task ForbiddenNumbersUnderAnyHeader_AreFoundByTheirShape()
    {
        var rows = string.Concat(Enumerable.Range(10, 20).Select(i => $"{i};12{i};1;R8.1.5;;;1234567890{i}\n"));
        Assert.Equal(["控え"], (await MapAsync(rows)).Scan.Forbidden.Names);
    }

    [Fact]
    public async Task ForbiddenColumn_DoesNotEnterTheHash()
    {
        static string Rows(string digit) => string.Concat(Enumerable.Range(10, 20).Select(i => $"{i};12{i};1;R8.1.5;;;{digit}23456789{i}0\n"));
        var (one, other) = (await MapAsync(Rows("1")), await MapAsync(Rows("9")));
        Assert.Equal(one.Mapped.Select(m => m.Row?.Hash), other.Mapped.Select(m => m.Row?.Hash));
    }

    [Fact]
    public async Task HeaderThatDiffers_IsNoticed()
    {
        var scan = new FileScan(FeedCatalog.Parse(Layout));
        await foreach (var _ in scan.ReadAsync(Records("番号;住民;種別;から;まで;取消;控え\n7;1;1;R8.1.5;;;x\n"), TestContext.Current.CancellationToken))
            Assert.Fail("nothing can be mapped after a foreign header");
        Assert.True(scan.HeaderDiffers);
    }

    [Theory]
    [InlineData("\"から\", \"style\": \"Gy.M.d\"", "\"から\", \"style\": \"MM.dd\"")]
    [InlineData("\"column\": \"住民\"", "\"column\": \"氏名\"")]
    [InlineData("\"encoding\": \"utf-8\"", "\"encoding\": \"ebcdic\"")]
    [InlineData("\"recordKey\": [\"番号\"]", "\"recordKey\": []")]
    [InlineData("\"column\": \"区分\", \"codes\": {\"1\": \"利用中\"}", "\"open\": \"利用中\"")]
    [InlineData("\"headerRows\": 1", "\"headerRows\": 3")]
    [InlineData("\"version\": 1", "\"version\": 1, \"expectedDays\": 0")]
    public void UnsoundLayout_HasItsProblemsNamed(string sound, string unsound)
    {
        Assert.Empty(LayoutCheck.Problems(FeedCatalog.Parse(Layout)));
        Assert.NotEmpty(LayoutCheck.Problems(FeedCatalog.Parse(Layout.Replace(sound, unsound, StringComparison.Ordinal))));
    }

    [Fact]
    public void UnknownMember_IsNoLayout() =>
        Assert.Throws<JsonException>(() => FeedCatalog.Parse(Layout.Replace("\"scheme\"", "\"schema\"", StringComparison.Ordinal)));

    static async Task<(FileScan Scan, List<(InvolvementRow? Row, Reject? Reject)> Mapped)> MapAsync(string rows)
    {
        var layout = FeedCatalog.Parse(Layout);
        var scan = new FileScan(layout);
        using var mapper = new InvolvementMapper(layout, scan.Columns, scan.Forbidden.Found);
        var mapped = new List<(InvolvementRow?, Reject?)>();
        await foreach (var (record, reject) in scan.ReadAsync(Records(Header + rows), TestContext.Current.CancellationToken))
            mapped.Add(reject is null ? mapper.Map(record) : (null, reject));
        return (scan, mapped);
    }

    static async IAsyncEnumerable<SourceRecord> Records(string text)
    {
        using var reader = new FileReader(new UnicodeDecoder(Encoding.UTF8), new RecordReader(';', Quoting.Quoted));
        await foreach (var record in reader.ReadAsync(new ReadOnlyMemory<byte>[] { Encoding.UTF8.GetBytes(text) }.ToAsyncEnumerable(), default))
            yield return record;
    }
}
