using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Rows;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Lists;

/// <summary>A made-up list of towns.</summary>
public sealed class AreaMapperTests
{
    const string Definition =
        """
        {
          "feedId": "made_up", "kind": "FEED_KIND_AREAS", "scheme": "町字", "department": "企画課",
          "file": {"encoding": "utf-8", "delimiter": ",", "columns": ["#1", "#2", "#3"]},
          "area": {"townCode": "#1", "town": "#2", "schoolDistrict": "#3"}
        }
        """;

    [Fact]
    public async Task Town_LiesInItsDistrict()
    {
        var (row, reject) = await MapAsync("0001002,本町二丁目,第一小学校区");
        Assert.Null(reject);
        Assert.Equal(("1002", "本町二丁目", "第一小学校区", ""), (row?.TownCode, row?.Town, row?.SchoolDistrict, row?.CareArea));
    }

    [Theory]
    [InlineData(",本町,第一小学校区", "#1", "KEY_MISSING")]
    [InlineData("0001002,本町,", "#3", "VALUE_MISSING")]
    public async Task TownWithoutCodeOrDistrict_IsSetAside(string text, string column, string reason)
    {
        var (row, reject) = await MapAsync(text);
        Assert.Null(row);
        Assert.Equal(new Reject(1, column, reason), reject);
    }

    [Fact]
    public async Task NamesInPlaceOfCodes_ThatDifferInAGlyphNobodyCanShow_AreTwoTowns()
    {
        var (one, _) = await MapAsync("\uE001町,\uE001町,第一小学校区");
        var (other, _) = await MapAsync("\uE002町,\uE002町,第一小学校区");
        Assert.Equal(("〓町", "〓町"), (one?.Town, other?.Town));
        Assert.Equal((TownCode.Of("\uE001町"), TownCode.Of("\uE002町")), (one?.TownCode, other?.TownCode));
        Assert.NotEqual(one?.TownCode, other?.TownCode);
    }

    [Fact]
    public async Task CodeLongerThanAnIndexTakes_IsSetAside()
    {
        var (row, reject) = await MapAsync($"{new string('町', 501)},本町,第一小学校区");
        Assert.Null(row);
        Assert.Equal(new Reject(1, "#1", "VALUE_TOO_LONG"), reject);
    }

    [Theory]
    [InlineData("0001002", "1002")]
    [InlineData("1002", "1002")]
    [InlineData(" １００２ ", "1002")]
    [InlineData("本町２丁目", "本町2丁目")]
    [InlineData("A0102", "A0102")]
    public void TownCode_IsTheSameWhereverItIsWritten(string written, string form) => Assert.Equal(form, TownCode.Of(written));

    [Theory]
    [InlineData("\"townCode\": \"#1\", ", "", "area.town_code")]
    [InlineData("\"area\": {", "\"key\": {\"column\": \"#1\", \"role\": \"本人\"}, \"area\": {", "key")]
    [InlineData("FEED_KIND_AREAS", "FEED_KIND_PROTECTIVE_MEASURES", "area")]
    public void UnsoundDefinition_IsRefusedWithItsField(string sound, string unsound, string field)
    {
        Assert.Empty(ProblemsOf(Definition));
        Assert.Contains(field, ProblemsOf(Definition.Replace(sound, unsound, StringComparison.Ordinal)));
    }

    static async Task<(AreaRow? Row, Reject? Reject)> MapAsync(string row)
    {
        var layout = FeedDocument.Layout(Definition, 1);
        var (scan, rows) = await ListFile.ScanAsync(layout, $"{row}\n");
        using var mapper = new AreaMapper(layout, scan.Columns, scan.Forbidden.Found);
        return mapper.Map(Assert.Single(rows));
    }

    static IEnumerable<string> ProblemsOf(string json)
    {
        _ = FeedDefinitionReader.Read(FeedDocument.Parse(json), 1, out var problems);
        return problems.Select(p => p.Field);
    }
}
