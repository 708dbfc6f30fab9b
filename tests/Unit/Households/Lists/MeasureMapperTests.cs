using Tsunagu.Households.Layouts;
using Tsunagu.Households.Rows;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Lists;

/// <summary>A made-up list of protective measures: what protects, and what is set aside and protects all the same.</summary>
public sealed class MeasureMapperTests
{
    const string Definition =
        """
        {
          "feedId": "made_up", "kind": "FEED_KIND_PROTECTIVE_MEASURES", "scheme": "支援措置", "department": "市民課",
          "file": {"encoding": "utf-8", "delimiter": "|", "headerRows": 1, "columns": ["住民", "から", "まで", "区分", "加害", "同伴1", "同伴2"]},
          "key": {"column": "住民", "role": "本人"}, "recordKey": ["住民", "から"],
          "status": {"column": "区分", "codes": {"1": "DV"}},
          "start": {"column": "から", "style": "Gy.M.d"}, "end": [{"column": "まで", "style": "Gy.M.d", "none": ["-"]}],
          "measure": {"opponents": ["加害"], "companions": ["同伴1", "同伴2"]}
        }
        """;

    const string Header = "住民|から|まで|区分|加害|同伴1|同伴2\n";

    [Fact]
    public async Task Row_NamesWhomItProtects_FromWhom_AndHowLong()
    {
        var (row, reject) = await MapAsync("1234|R7.4.2|R8.4.1|1|９９|22;0000021|23");
        Assert.Null(reject);
        Assert.NotNull(row);
        Assert.Equal(("000000000001234", "DV"), (row.Number, row.Category));
        Assert.Equal(["000000000000021", "000000000000022", "000000000000023"], row.Companions);
        Assert.Equal(["000000000000099"], row.Opponents);
        Assert.Equal((new DateOnly(2025, 4, 2), new DateOnly(2026, 4, 1)), (row.Start, row.End));
    }

    [Fact]
    public async Task BlankCells_MeanNobodyAndNoEnd()
    {
        var (row, reject) = await MapAsync("1234|R7.4.2|-||||");
        Assert.Null(reject);
        Assert.Equal((0, 0, null), (row?.Companions.Length, row?.Opponents.Length, row?.End));
    }

    [Theory]
    [InlineData("1234|R7.13.2|R8.4.1|1|||", "から", "DATE_INVALID")]
    [InlineData("1234|R7.4.2|未定|1|||", "まで", "DATE_INVALID")]
    [InlineData("1234|R7.4.2|R8.4.1|1|不明||", "加害", "KEY_INVALID")]
    [InlineData("1234|R7.4.2|R8.4.1|1||22;長女|", "同伴1", "KEY_INVALID")]
    public async Task RowWithASlip_IsSetAside_AndProtectsAllTheSame(string text, string column, string reason)
    {
        var (row, reject) = await MapAsync(text);
        Assert.Equal(new Reject(2, column, reason), reject);
        Assert.NotNull(row);
        Assert.Equal("000000000001234", row.Number);
        if (text.Contains("22", StringComparison.Ordinal))
            Assert.Equal(["000000000000022"], row.Companions);
    }

    [Theory]
    [InlineData("BYTES_INVALID", "1234|R7.4.2|R8.4.1|D\0V||22|", "区分")]
    [InlineData("BYTES_INVALID", "1234|R7.4.\0|R8.4.1|1||22|", "から")]
    public async Task RowWithBytesOfNoMeaning_ProtectsAllTheSame(string reason, string text, string column)
    {
        var (row, reject) = await MapAsync(text);
        Assert.Equal(new Reject(2, column, reason), reject);
        Assert.Equal(("000000000001234", "000000000000022"), (row?.Number, row?.Companions.Single()));
        Assert.DoesNotContain('\0', row!.Category + row.RecordKey);
        Assert.Equal(new DateOnly(2026, 4, 1), row.End);
    }

    [Fact]
    public async Task RowWithACellTooLong_ProtectsAllTheSame()
    {
        var (row, reject) = await MapAsync($"1234|R7.4.2|R8.4.1|{new string('Ｄ', 1001)}||22|");
        Assert.Equal(new Reject(2, "区分", "VALUE_TOO_LONG"), reject);
        Assert.Equal(("000000000001234", ""), (row?.Number, row?.Category));
    }

    [Fact]
    public async Task RowWhoseKeyIsLongerThanAnIndexTakes_ProtectsAllTheSame()
    {
        var zeros = new string('0', 600);
        var (row, reject) = await MapAsync($"{zeros}1234|R7.4.2|R8.4.1|1||22|");
        Assert.Equal(new Reject(2, "住民", "VALUE_TOO_LONG"), reject);
        Assert.Equal("000000000001234", row?.Number);
        Assert.InRange(row!.RecordKey.Length, 1, LongValues.LongestKey);
    }

    [Fact]
    public async Task RowOfAnotherShape_ProtectsNobody()
    {
        var (row, reject) = await MapAsync("1234|R7.4.2|R8.4.1");
        Assert.Null(row);
        Assert.Equal("COLUMN_COUNT", reject?.Reason);
    }

    [Theory]
    [InlineData("|R7.4.2|R8.4.1|1|||", "KEY_MISSING")]
    [InlineData("12X4|R7.4.2|R8.4.1|1|||", "KEY_INVALID")]
    public async Task RowOfNobody_ProtectsNobody(string text, string reason)
    {
        var (row, reject) = await MapAsync(text);
        Assert.Null(row);
        Assert.Equal(new Reject(2, "住民", reason), reject);
    }

    [Theory]
    [InlineData("\"key\": {\"column\": \"住民\", \"role\": \"本人\"}, ", "", "key")]
    [InlineData("\"recordKey\": [\"住民\", \"から\"]", "\"recordKey\": []", "record_key")]
    [InlineData("\"加害\"], \"companions\"", "\"加害者\"], \"companions\"", "measure.opponents[0]")]
    [InlineData("\"measure\": {", "\"closedStatuses\": [\"解除\"], \"measure\": {", "closed_statuses")]
    [InlineData("\"measure\": {", "\"welfare\": true, \"measure\": {", "welfare")]
    [InlineData("\"measure\": {", "\"measure\": {\"separators\": \"1\", ", "measure.separators")]
    [InlineData("\"measure\": {", "\"secondKey\": {\"column\": \"加害\", \"role\": \"相手方\"}, \"measure\": {", "second_key")]
    [InlineData("FEED_KIND_PROTECTIVE_MEASURES", "FEED_KIND_INVOLVEMENT", "measure")]
    public void UnsoundDefinition_IsRefusedWithItsField(string sound, string unsound, string field)
    {
        Assert.Empty(ProblemsOf(Definition));
        Assert.Contains(field, ProblemsOf(Definition.Replace(sound, unsound, StringComparison.Ordinal)));
    }

    static async Task<(MeasureRow? Row, Reject? Reject)> MapAsync(string row)
    {
        var layout = FeedDocument.Layout(Definition, 1);
        var (scan, rows) = await ListFile.ScanAsync(layout, $"{Header}{row}\n");
        using var mapper = new MeasureMapper(layout, scan.Columns, scan.Forbidden.Found);
        return mapper.Map(Assert.Single(rows));
    }

    static IEnumerable<string> ProblemsOf(string json)
    {
        _ = FeedDefinitionReader.Read(FeedDocument.Parse(json), 1, out var problems);
        return problems.Select(p => p.Field);
    }
}
