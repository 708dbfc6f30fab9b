using System.Buffers;
using System.Text;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Keeping;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

/// <summary>The copy of a file: the same lines, without what must not be stored.</summary>
public sealed class KeptTextTests
{
    const string Layout =
        """
        {
          "feedId": "made_up", "scheme": "見守り", "department": "見守り課",
          "file": {"encoding": "utf-8", "delimiter": ",", "headerRows": 1, "columns": ["番号", "住民", "個人番号", "備考"]},
          "key": {"column": "住民", "role": "本人"}, "recordKey": ["番号"], "status": {"column": "備考"}
        }
        """;

    const string Header = "番号,住民,個人番号,備考\n";

    [Fact]
    public async Task Copy_IsTheFileWithoutForbiddenCells() =>
        Assert.Equal(
            "番号,住民,個人番号,備考\r\n7,123456789012345,,\"a\r\n\"\"b\"\"\"\r\n\n8,5,,c\r\n",
            await CopyAsync("番号,住民,個人番号,備考\r\n7,123456789012345,123456789012,\"a\r\n\"\"b\"\"\"\r\n\r\n8,5,\"1234 5678 9012\",c\r\n"));

    [Fact]
    public async Task ColumnFoundByItsValues_IsLeftOutFromTheFirstRowOn()
    {
        var rows = string.Concat(Enumerable.Range(10, 600).Select(i => $"{i},{i},,{100000000000 + i}\n"));
        Assert.DoesNotContain("1000000000", await CopyAsync(Header + rows), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7,5,123456789012\n")]
    [InlineData("7,5,x,y,123456789012\n")]
    [InlineData("7,5,\"123456789012\n")]
    [InlineData("７,5,１２３４５６７８９０１２\n")]
    [InlineData("7,5,1234-5678-9012\n")]
    [InlineData("7,5,12345678901\n")]
    public async Task RowWhoseCellsCannotBeToldApart_IsBlackedOut(string row)
    {
        var copy = await CopyAsync(Header + row + "8,6,,b\n");
        Assert.DoesNotContain(copy.Split('\n')[1].Split([',', '"']), cell => ForbiddenNumbers.MayBe(cell));
        Assert.Contains("＊＊＊＊", copy, StringComparison.Ordinal);
        Assert.EndsWith("\n8,6,,b\n", copy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("番号,住民,マイナンバー,備考\n")]
    [InlineData("番号,住民,備考,住民票コード\n")]
    [InlineData("1,2,123456789012,x\n")]
    public async Task ForeignHeader_DoesNotLetNumbersThrough(string header)
    {
        var rows = string.Concat(Enumerable.Range(10, 30).Select(i => $"{i},1,{100000000000 + i},{10000000000 + i}\n"));
        Assert.DoesNotContain((await CopyAsync(header + rows)).Split(['\n', ',']), cell => ForbiddenNumbers.MayBe(cell));
    }

    [Theory]
    [InlineData(Header + "1,2,,a\n\n\n2,3,,\"b\nc\"\n3,\"4,,d\n4,5,,e\n")]
    [InlineData(Header + "1,2,123456789012,\"a\rb\"\r2,3,,x\n\uFEFF3,4,,y\r\n4,5,,\0\n")]
    public async Task CopyThatIsReadAnew_GivesTheSameRecordsOnTheSameLines(string file)
    {
        var before = await ReadAsync(file);
        var after = await ReadAsync(await CopyAsync(file));
        Assert.Equal(before.Select(r => (r.Line, r.Problem)), after.Select(r => (r.Line, r.Problem)));
        Assert.Equal(before.Select(Kept), after.Select(Kept));
    }

    static string Kept(SourceRecord record) => string.Join('|', record.Fields.Where((_, i) => i != 2));

    static async Task<List<SourceRecord>> ReadAsync(string text)
    {
        var read = new List<SourceRecord>();
        await foreach (var record in Records(text))
            read.Add(record.Detached());
        return read;
    }

    static async Task<string> CopyAsync(string text)
    {
        var layout = FeedDocument.Layout(Layout, 1);
        var scan = new FileScan(layout);
        var copy = new KeptText(layout.File);
        var bytes = new ArrayBufferWriter<byte>();
        await foreach (var scanned in scan.ReadAsync(Records(text), TestContext.Current.CancellationToken))
            copy.Append(scanned, scan.Forbidden, bytes);
        var kept = Encoding.UTF8.GetString(bytes.WrittenSpan);
        Assert.StartsWith("\uFEFF", kept, StringComparison.Ordinal);
        return kept[1..];
    }

    static async IAsyncEnumerable<SourceRecord> Records(string text)
    {
        using var reader = new FileReader(new UnicodeDecoder(Encoding.UTF8), new RecordReader(',', Quoting.Quoted));
        var pieces = Encoding.UTF8.GetBytes(text).Chunk(7).Select(piece => new ReadOnlyMemory<byte>(piece)).ToAsyncEnumerable();
        await foreach (var record in reader.ReadAsync(pieces, default))
            yield return record;
    }
}
