using System.Globalization;
using Tsunagu.Households.Domain;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class LifeStagesTests
{
    static readonly DateOnly Day = new(2026, 4, 1);

    [Theory]
    [InlineData("2026-04-01", "Infancy 2026-04-01..2032-04-01")]
    [InlineData("2020-04-01", "Infancy 2020-04-01..2026-04-01|SchoolAge 2026-04-01..2035-04-01")]
    [InlineData("2020-04-02", "Infancy 2020-04-02..2027-04-01")]
    [InlineData("2000-02-29", "Infancy 2000-02-29..2006-04-01|SchoolAge 2006-04-01..2015-04-01|Youth 2015-04-01..2030-03-01")]
    [InlineData("1961-04-02", "Infancy 1961-04-02..1968-04-01|SchoolAge 1968-04-01..1977-04-01|Youth 1977-04-01..1991-04-02|Adulthood 1991-04-02..2026-04-02")]
    [InlineData("2026-04-02", "")]
    [InlineData("", "")]
    public void Stages_BeginWithSchoolAndTheAgesOfTheLaw(string born, string stages) => Assert.Equal(stages, Text(LifeStages.Of(PartialDate.Parse(born), null, Day)));

    [Fact]
    public void LastStage_HasNoEnd()
    {
        var stages = LifeStages.Of(PartialDate.Parse("1940-05-05"), null, Day);
        Assert.Equal((6, LifeStageKind.LateOldAge, new DateOnly(2015, 5, 5), null), (stages.Count, stages[^1].Kind, stages[^1].From, stages[^1].To));
    }

    [Fact]
    public void Death_EndsTheStageAndThoseThatWouldFollow() => Assert.Equal(
        "Infancy 2000-05-01..2007-04-01|SchoolAge 2007-04-01..2010-08-16", Text(LifeStages.Of(PartialDate.Parse("2000-05-01"), new DateOnly(2010, 8, 15), Day)));

    [Fact]
    public void LastDayOfTheCalendar_EndsNoStage() =>
        Assert.Null(LifeStages.Of(PartialDate.Parse("1940-05-05"), DateOnly.MaxValue, DateOnly.MaxValue)[^1].To);

    [Theory]
    [InlineData("1980", true)]
    [InlineData("1980-03", true)]
    [InlineData("1980-03-03", false)]
    public void UnknownPartOfTheBirthDate_MakesTheDaysEstimates(string born, bool estimated) =>
        Assert.All(LifeStages.Of(PartialDate.Parse(born), null, Day), stage => Assert.Equal(estimated, stage.Estimated));

    [Theory]
    [InlineData("2010-01-01", "2010-03-31", false)]
    [InlineData("2010-01-01", "2010-04-01", true)]
    [InlineData("2010-01-01", null, true)]
    [InlineData("2019-03-31", "2030-01-01", true)]
    [InlineData("2019-04-01", null, false)]
    [InlineData(null, "2015-01-01", false)]
    public void Record_BelongsToEachStageOnADayOfWhichItWasInForce(string? start, string? end, bool touches)
    {
        var school = new LifeStageSpan(LifeStageKind.SchoolAge, new DateOnly(2010, 4, 1), new DateOnly(2019, 4, 1), false);
        Assert.Equal(touches, school.Touches(Parse(start), Parse(end), Day));
    }

    [Fact]
    public void RecordThatBeginsLater_BelongsToNoStageYet()
    {
        var old = new LifeStageSpan(LifeStageKind.LateOldAge, new DateOnly(2020, 4, 1), null, false);
        Assert.False(old.Touches(Day.AddDays(1), null, Day));
        Assert.True(old.Touches(Day, null, Day));
    }

    static DateOnly? Parse(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    static string Text(IEnumerable<LifeStageSpan> stages) => string.Join('|', stages.Select(s => $"{s.Kind} {s.From:yyyy-MM-dd}..{s.To:yyyy-MM-dd}"));
}
