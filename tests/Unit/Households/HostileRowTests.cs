using System.Text;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

/// <summary>Rows that somebody made to break what reads them.</summary>
public sealed class HostileRowTests
{
    const string Header = "番号,住民,備考,メモ\n";

    static readonly FeedLayout Layout = FeedDocument.Layout(
        """
        {
          "feedId": "made_up", "scheme": "見守り", "department": "見守り課",
          "file": {"encoding": "utf-8", "delimiter": ",", "headerRows": 1, "columns": ["番号", "住民", "備考", "メモ"]},
          "key": {"column": "住民", "role": "本人"}, "recordKey": ["番号"],
          "status": {"open": "利用中", "ended": "終了"}, "detail": {"column": "備考"}
        }
        """,
        1);

    [Theory]
    [InlineData(LongValues.LongestKey, LongValues.LongestDetail, null)]
    [InlineData(LongValues.LongestKey + 1, 1, "番号")]
    [InlineData(LongValues.LongestValue + 1, 1, "番号")]
    [InlineData(1, LongValues.LongestDetail + 1, "備考")]
    public async Task ValueLongerThanAnySourceHas_IsSetAside(int key, int detail, string? column)
    {
        var (scan, rows) = await ScanAsync($"{Header}{new string('k', key)},1,{new string('d', detail)},{new string('m', 50_000)}\n");
        using var mapper = new InvolvementMapper(Layout, scan.Columns, scan.Forbidden.Found);
        var row = Assert.Single(rows, r => r.Part == FilePart.Data);
        var reject = row.Reject ?? mapper.Map(row.Record).Reject;
        Reject? expected = column is null ? null : new Reject(2, column, RejectReasons.ValueTooLong);
        Assert.Equal(expected, reject);
    }

    [Theory]
    [InlineData("20240210", "2024-02-29")]
    [InlineData("99991231", "9999-12-31")]
    public async Task PeriodOfAMonth_EndsWithIt_EvenAtTheEndOfTheCalendar(string start, string end)
    {
        var layout = Layout with { Start = new DateColumn { Column = "備考", Style = "yyyyMMdd" }, EndsWithStartMonth = true };
        var (scan, rows) = await ScanAsync($"{Header}1,1,{start},\n");
        using var mapper = new InvolvementMapper(layout, scan.Columns, scan.Forbidden.Found);
        Assert.Equal(DateOnly.Parse(end, null), mapper.Map(Assert.Single(rows, r => r.Part == FilePart.Data).Record).Row?.End);
    }

    [Fact]
    public async Task HeaderWithANul_IsUndecodable_AndItsNamesCanBeStored()
    {
        var (scan, _) = await ScanAsync("番号,住民,備考,個人\0番号\uFFFF,個人番号\0\n" + string.Concat(Enumerable.Range(10, 20).Select(i => $"1,2,3,1234567890{i},x\n")));
        Assert.True(scan.HeaderUndecodable);
        Assert.True(scan.HeaderDiffers);
        Assert.Contains("個人番号\uFFFD", scan.Forbidden.ShownNames);
        Assert.DoesNotContain(scan.Forbidden.ShownNames, name => name.AsSpan().IndexOfAny('\0', SourceDecoder.Invalid) >= 0);
    }

    [Fact]
    public async Task LinesThatAreNoRecords_AreMisshapen()
    {
        var (scan, rows) = await ScanAsync(Header + string.Concat(Enumerable.Repeat("1,\"2,x,\n", 3)));
        Assert.Equal((3, 3), (scan.Rows, scan.MisshapenRows));
        Assert.Equal(3, rows.Count(r => r.Reject?.Reason == RejectReasons.QuoteUnterminated));
    }

    [Fact]
    public async Task RowsOfManyCells_AreNotHeldUntilMemoryIsFull()
    {
        var held = 0;
        var most = 0;
        var scan = new FileScan(Layout);
        await foreach (var _ in scan.ReadAsync(Counted(), TestContext.Current.CancellationToken))
            held--;
        Assert.InRange(most, 1, 70);

        async IAsyncEnumerable<SourceRecord> Counted()
        {
            await Task.CompletedTask;
            yield return new SourceRecord(1, Header.TrimEnd().Split(','));
            for (var i = 0; i < 400; i++)
            {
                most = Math.Max(most, ++held);
                yield return new SourceRecord(i + 2, new string[RecordCut.MostCells]);
            }
        }
    }

    static async Task<(FileScan Scan, List<ScannedRecord> Rows)> ScanAsync(string text)
    {
        var scan = new FileScan(Layout);
        var rows = new List<ScannedRecord>();
        using var file = new FileReader(new UnicodeDecoder(Encoding.UTF8), new RecordReader(',', Quoting.Quoted));
        var pieces = new[] { new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(text)) }.ToAsyncEnumerable();
        await foreach (var row in scan.ReadAsync(file.ReadAsync(pieces, default), TestContext.Current.CancellationToken))
            rows.Add(row with { Record = row.Record.Detached() });
        return (scan, rows);
    }
}
