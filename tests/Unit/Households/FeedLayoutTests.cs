using System.Text;
using Google.Protobuf;
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
          "feedId": "made_up", "scheme": "見守り", "department": "見守り課",
          "file": {"encoding": "utf-8", "delimiter": ";", "headerRows": 1, "trailerFirstCell": "計",
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
        var scan = new FileScan(FeedDocument.Layout(Layout, 1));
        await foreach (var scanned in scan.ReadAsync(Records("番号;住民;種別;から;まで;取消;控え\n7;1;1;R8.1.5;;;x\n"), TestContext.Current.CancellationToken))
            Assert.NotEqual(FilePart.Data, scanned.Part);
        Assert.True(scan.HeaderDiffers);
    }

    [Theory]
    [InlineData("\"から\", \"style\": \"Gy.M.d\"", "\"から\", \"style\": \"MM.dd\"", "start.style")]
    [InlineData("\"column\": \"住民\"", "\"column\": \"氏名\"", "key.column")]
    [InlineData("\"encoding\": \"utf-8\"", "\"encoding\": \"ebcdic\"", "file.encoding")]
    [InlineData("\"delimiter\": \";\"", "\"delimiter\": \";;\"", "file.delimiter")]
    [InlineData("\"recordKey\": [\"番号\"]", "\"recordKey\": []", "record_key")]
    [InlineData("\"column\": \"区分\", \"codes\": {\"1\": \"利用中\"}", "\"open\": \"利用中\"", "status")]
    [InlineData("\"headerRows\": 1", "\"headerRows\": 3", "file.header_rows")]
    [InlineData("\"取消\", \"控え\"]", "\"取消\", \"番号\"]", "file.columns[6]")]
    [InlineData("\"scheme\": \"見守り\"", "\"scheme\": \" \"", "scheme")]
    [InlineData("\"feedId\": \"made_up\"", "\"feedId\": \"Made Up\"", "feed_id")]
    [InlineData("\"recordKey\"", "\"thresholds\": {\"massChangeAbove\": 1.5}, \"recordKey\"", "thresholds.mass_change_above")]
    [InlineData("\"recordKey\"", "\"forbidden\": [\"住民\"], \"recordKey\"", "key.column")]
    [InlineData("\"recordKey\"", "\"person\": {\"name\": \"控え\"}, \"recordKey\"", "person")]
    [InlineData("\"recordKey\"", "\"kind\": 9, \"recordKey\"", "kind")]
    [InlineData("\"recordKey\"", "\"expectedDays\": 4000, \"recordKey\"", "expected_days")]
    public void UnsoundDefinition_IsRefusedWithItsField(string sound, string unsound, string field)
    {
        Assert.Empty(ProblemsOf(Layout));
        Assert.Equal(field, Assert.Single(ProblemsOf(Layout.Replace(sound, unsound, StringComparison.Ordinal))));
    }

    [Fact]
    public void EveryProblem_IsNamedAtOnce() =>
        Assert.Equal(
            ["feed_id", "file.encoding", "file.header_rows", "key.column"],
            ProblemsOf(Layout.Replace("made_up", "", StringComparison.Ordinal)
                .Replace("utf-8", "ebcdic", StringComparison.Ordinal)
                .Replace("\"headerRows\": 1", "\"headerRows\": -1", StringComparison.Ordinal)
                .Replace("\"column\": \"住民\"", "\"column\": \"氏名\"", StringComparison.Ordinal)));

    [Fact]
    public void UnknownMember_IsNoDefinition() =>
        Assert.Throws<InvalidProtocolBufferException>(() => FeedDocument.Parse(Layout.Replace("\"scheme\"", "\"schema\"", StringComparison.Ordinal)));

    static IEnumerable<string> ProblemsOf(string json)
    {
        _ = FeedDefinitionReader.Read(FeedDocument.Parse(json), 1, out var problems);
        return problems.Select(p => p.Field).Order(StringComparer.Ordinal);
    }

    static async Task<(FileScan Scan, List<(InvolvementRow? Row, Reject? Reject)> Mapped)> MapAsync(string rows)
    {
        var layout = FeedDocument.Layout(Layout, 1);
        var scan = new FileScan(layout);
        using var mapper = new InvolvementMapper(layout, scan.Columns, scan.Forbidden.Found);
        var mapped = new List<(InvolvementRow?, Reject?)>();
        await foreach (var scanned in scan.ReadAsync(Records(Header + rows), TestContext.Current.CancellationToken))
        {
            if (scanned.Part == FilePart.Data)
                mapped.Add(scanned.Reject is null ? mapper.Map(scanned.Record) : (null, scanned.Reject));
        }
        return (scan, mapped);
    }

    static async IAsyncEnumerable<SourceRecord> Records(string text)
    {
        using var reader = new FileReader(new UnicodeDecoder(Encoding.UTF8), new RecordReader(';', Quoting.Quoted));
        await foreach (var record in reader.ReadAsync(new ReadOnlyMemory<byte>[] { Encoding.UTF8.GetBytes(text) }.ToAsyncEnumerable(), default))
            yield return record;
    }
}
