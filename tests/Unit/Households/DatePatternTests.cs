using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class DatePatternTests
{
    [Theory]
    [InlineData("yyyyMMdd", "20231011")]
    [InlineData("yyyy-MM-dd", "2023-10-11")]
    [InlineData("yyyy/M/d", "2023/10/11")]
    [InlineData("yyyy/MM/dd", "２０２３／１０／１１")]
    [InlineData("yy/MM/dd", "23/10/11")]
    [InlineData("Gyy.MM.dd", "R05.10.11")]
    [InlineData("Gy/M/d", "R5/10/11")]
    [InlineData("GyyMMdd", "R051011")]
    [InlineData("NyyMMdd", "5051011")]
    [InlineData("GGy年M月d日", "令和5年10月11日")]
    [InlineData("GGy年M月d日", "令5年10月11日")]
    [InlineData("Gy.M.d|GGy年M月d日|NyyMMdd", "令和５年１０月１１日")]
    public void Date_InItsColumnsStyle_IsRead(string pattern, string text) =>
        Assert.Equal(new PartialDate(2023, 10, 11), Read(pattern, text));

    [Theory]
    [InlineData("GGy年M月d日", "令和元年5月1日", 2019, 5, 1)]
    [InlineData("Gyy.MM.dd", "H01.01.08", 1989, 1, 8)]
    [InlineData("Gyy.MM.dd", "S64.01.07", 1989, 1, 7)]
    [InlineData("NyyMMdd", "3011225", 1926, 12, 25)]
    [InlineData("Gy.M.d", "T1.7.30", 1912, 7, 30)]
    [InlineData("Gy.M.d", "M45.7.29", 1912, 7, 29)]
    public void Era_FirstAndLastDays_GiveTheWesternYear(string pattern, string text, int year, int month, int day) =>
        Assert.Equal(new PartialDate(year, month, day), Read(pattern, text));

    [Theory]
    [InlineData("yyyy-MM-dd", "1947-10-00", "1947-10")]
    [InlineData("yyyy-MM-dd", "1943-00-00", "1943")]
    [InlineData("yyyyMM", "202602", "2026-02")]
    [InlineData("yyyyMMdd", "20240229", "2024-02-29")]
    public void Date_WithUnknownParts_KeepsWhatIsKnown(string pattern, string text, string expected) =>
        Assert.Equal(expected, Read(pattern, text).ToString());

    [Theory]
    [InlineData("yyyyMMdd", "20230230")]
    [InlineData("yyyyMMdd", "20231301")]
    [InlineData("yyyyMMdd", "2023101")]
    [InlineData("yyyyMMdd", "00000000")]
    [InlineData("Gyy.MM.dd", "R05.13.01")]
    [InlineData("Gyy.MM.dd", "X05.10.01")]
    [InlineData("NyyMMdd", "9051011")]
    [InlineData("NyyMMdd", "5001011")]
    [InlineData("yyyy-MM-dd", "2023-00-11")]
    [InlineData("yyyy/M/d", "2023/1/1 ?")]
    public void Day_ThatDoesNotExist_IsNoDate(string pattern, string text) =>
        Assert.Null((DatePattern.Create(pattern) ?? throw new InvalidOperationException(pattern)).Parse(text));

    [Theory]
    [InlineData("S20.1.5", "1945-01-05")]
    [InlineData("昭和20年1月5日", "1945-01-05")]
    [InlineData("㍼２０年１月５日", "1945-01-05")]
    [InlineData("昭20.1.5 生", "1945-01-05")]
    [InlineData("1945/1/5", "1945-01-05")]
    [InlineData("1945年1月5日生まれ", "1945-01-05")]
    [InlineData("1945-01-05", "1945-01-05")]
    [InlineData("19450105", "1945-01-05")]
    [InlineData("3200105", "1945-01-05")]
    [InlineData("3-20-01-05", "1945-01-05")]
    [InlineData("s200105", "1945-01-05")]
    [InlineData("昭和200105", "1945-01-05")]
    [InlineData("平成元年1月8日", "1989-01-08")]
    [InlineData("昭和20年1月不詳", "1945-01")]
    [InlineData("1945-01-00", "1945-01")]
    [InlineData("昭和20年頃", "1945")]
    public void HandwrittenDate_InAnyStyle_IsRead(string text, string expected) => Assert.Equal(expected, Read(DatePattern.Any, text).ToString());

    [Theory]
    [InlineData("200105")]
    [InlineData("S20.13.5")]
    [InlineData("不明")]
    public void HandwrittenDate_ThatSaysTooLittle_IsNoDate(string text) => Assert.Null(Read(DatePattern.Any, text));

    [Theory]
    [InlineData("MM/dd")]
    [InlineData("yyyy-mm-dd")]
    public void Pattern_WithoutYearOrWithUnknownLetter_IsRefused(string pattern) => Assert.Null(DatePattern.Create(pattern));

    static PartialDate? Read(string pattern, string text) => DatePattern.Create(pattern)?.Parse(text);
}
