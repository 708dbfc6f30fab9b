using Tsunagu.Households.Proposing;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Proposing;

public sealed class DateGuessTests
{
    [Theory]
    [InlineData("yyyyMMdd", "20231011 20240101 20250930")]
    [InlineData("yyyy/MM/dd", "2023/10/11 2024/01/01")]
    [InlineData("yyyy/M/d", "2023/10/11 2024/1/1")]
    [InlineData("yyyy-MM-dd", "2023-10-11 2024-01-01")]
    [InlineData("yyyy年M月d日", "2023年10月11日 2024年1月1日")]
    [InlineData("Gyy.MM.dd", "R05.10.11 H31.01.01")]
    [InlineData("Gy.M.d", "R5.10.11 H31.1.1")]
    [InlineData("Gy/M/d", "R5/10/11 ｒ6/1/1")]
    [InlineData("GyyMMdd", "R051011 H310101")]
    [InlineData("GGy年M月d日", "令和5年10月11日 令和元年6月1日")]
    [InlineData("GGy年M月d日", "令和５年１０月１１日 令和元年６月１日")]
    [InlineData("GGyy年MM月dd日", "令和05年10月11日 平成31年01月01日")]
    [InlineData("GGy.M.d", "令和5.10.11 平成31.1.1")]
    [InlineData("yyyy/MM", "2023/10 2024/01")]
    public void Style_IsReadFromTheValues_WithoutAnyHeader(string style, string values)
    {
        var find = Guess("", values);
        Assert.Equal((style, Certainty.Certain), (find?.Style, find?.Certainty));
    }

    [Theory]
    [InlineData("認定日", "NyyMMdd", "5051011 4310101 5070404")]
    [InlineData("提供年月", "yyyyMM", "202310 202401 202402")]
    [InlineData("サービス提供年月", "yyyyMM", "201012 201101 201102")]
    public void BareDigits_AreDatesByTheirHeader(string header, string style, string values)
    {
        var find = Guess(header, values);
        Assert.Equal((style, Certainty.Certain), (find?.Style, find?.Certainty));
    }

    [Theory]
    [InlineData("認定日", "051011 060101 070404")]
    [InlineData("申請日", "201012 201101 201103")]
    [InlineData("開始日", "05/10/11 06/01/01 07/04/04")]
    [InlineData("", "3300801 3300802 3300811 3300812 3300813 3300814 3300815 3300816 3300817 3300818")]
    public void WhatMayBeSomethingElse_IsUnsure(string header, string values) => Assert.Equal(Certainty.Unsure, Guess(header, values)?.Certainty);

    [Theory]
    [InlineData("支給額", "20231011 20240101 20250930")]
    [InlineData("受付番号", "20231011 20240101 20250930")]
    [InlineData("", "20231399 20240101 20259930 55501234")]
    [InlineData("", "3-15-2 12-34-567")]
    [InlineData("", "190-0219-4694 03-1234-5678")]
    [InlineData("年度", "R7 R8")]
    public void WhatIsNoDate_IsNone(string header, string values) => Assert.Null(Guess(header, values));

    [Theory]
    [InlineData("yyyyMMdd", "20231011 20240101 20250930", "00000000")]
    [InlineData("yyyyMMdd", "20231011 20240101 20250930", "99991231")]
    [InlineData("yyyyMMdd", "20231011 20240101 20250930", "29991231")]
    [InlineData("yyyy-MM-dd", "2023-10-11 2024-01-01", "9999-12-31")]
    [InlineData("NyyMMdd", "5051011 4310101 5070404", "0000000")]
    [InlineData("NyyMMdd", "5051011 4310101 5070404", "5991231")]
    [InlineData("Gyy.MM.dd", "R05.10.11 H31.01.01", "R99.12.31")]
    [InlineData("Gy.M.d", "R5.10.11 H31.1.1", "未定")]
    public void ValueThatMeansNone_IsNamed(string style, string values, string none)
    {
        var find = Guess("終了日", $"{values} {none} {none}");
        Assert.Equal((style, none), (find?.Style, Assert.Single(find?.None ?? [])));
    }

    [Fact]
    public void StylesMixedByHand_AreReadAsSuch() =>
        Assert.Equal(("any", Certainty.Certain), Guess("生年月日", "S20.1.5 S21.10.15 昭和20年1月5日 昭和22年11月15日 1945/1/5 1946/10/5 3200105 3211130") is { } find ? (find.Style, find.Certainty) : default);

    [Fact]
    public void ColumnWithoutADate_IsToldByItsNeighbours()
    {
        var dates = DateColumns.Of([Column(0, "開始日", "R5.10.11 H31.1.1"), Column(1, "認定日", "R5.10.11 R6.1.1"), Column(2, "廃止日", "")], new DateOnly(2026, 4, 1));
        Assert.Equal(("Gy.M.d", Certainty.Likely, false), (dates[2].Style, dates[2].Certainty, dates[2].Seen));
    }

    static DateFind? Guess(string header, string values) => DateGuess.Of(Column(0, header, values), new DateOnly(2026, 4, 1));

    static SampleColumn Column(int index, string header, string values) => new(index, $"#{index + 1}", header, values.Split(' '));
}
