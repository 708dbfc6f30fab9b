namespace Tsunagu.Households.Domain;

/// <summary>A stage of one life.</summary>
/// <param name="Kind">Which.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day that is not in it; null for the last stage of somebody who lives.</param>
/// <param name="Estimated">True when a part of the birth date is unknown.</param>
readonly record struct LifeStageSpan(LifeStageKind Kind, DateOnly From, DateOnly? To, bool Estimated)
{
    /// <summary>True when something that began and ended then was so on a day of the stage up to <paramref name="day"/>.</summary>
    /// <param name="start">First day; null is unknown, and belongs to no stage.</param>
    /// <param name="end">Last day; null while it goes on.</param>
    /// <param name="day">The day that is looked from.</param>
    public bool Touches(DateOnly? start, DateOnly? end, DateOnly day) =>
        start <= day && !(start >= To) && !(end < From) && From <= day;
}

/// <summary>
/// The stages of a life. School begins on the first 1 April on which a child is six (学校教育法17条; who is born on 1 April enters with those born before) and is
/// compulsory for nine years; 65 and 75 are the ages of 介護保険 and 後期高齢者医療. That youth ends with 30 is a convention.
/// </summary>
static class LifeStages
{
    const int SchoolYears = 9;
    const int SchoolAge = 6;
    const int EndOfYouth = 30;
    const int OldAge = 65;
    const int LateOldAge = 75;

    /// <summary>The stages that had begun by a day, in order; none when the birth date is unknown or still to come.</summary>
    /// <param name="born">Birth date; the day that other systems assume stands for an unknown part.</param>
    /// <param name="died">Day of death; null for the living.</param>
    /// <param name="day">The day that is looked from.</param>
    public static IReadOnlyList<LifeStageSpan> Of(PartialDate? born, DateOnly? died, DateOnly day)
    {
        if (born is not { } known || known.Year > DateOnly.MaxValue.Year - LateOldAge - 1)
            return [];
        var birth = known.Assumed;
        var school = SchoolBegin(birth);
        var starts = new (LifeStageKind Kind, DateOnly From)[]
        {
            (LifeStageKind.Infancy, birth),
            (LifeStageKind.SchoolAge, school),
            (LifeStageKind.Youth, school.AddYears(SchoolYears)),
            (LifeStageKind.Adulthood, Birthday(birth, EndOfYouth)),
            (LifeStageKind.EarlyOldAge, Birthday(birth, OldAge)),
            (LifeStageKind.LateOldAge, Birthday(birth, LateOldAge)),
        };
        // The day of death is lived. Behind the last day of the calendar there is none.
        DateOnly? end = died < DateOnly.MaxValue ? died.Value.AddDays(1) : null;
        return
        [
            .. starts
                .Select((stage, i) => new LifeStageSpan(stage.Kind, stage.From, Earlier(i + 1 < starts.Length ? starts[i + 1].From : null, end), known.Whole is null))
                .Where(stage => stage.From <= day && !(stage.From >= end)),
        ];
    }

    static DateOnly SchoolBegin(DateOnly birth)
    {
        var six = Birthday(birth, SchoolAge);
        var april = new DateOnly(six.Year, 4, 1);
        return six <= april ? april : april.AddYears(1);
    }

    // As ages are reckoned everywhere: who was born on 29 February has a birthday on 1 March of other years.
    static DateOnly Birthday(DateOnly birth, int age) =>
        birth is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(birth.Year + age) ? new(birth.Year + age, 3, 1) : birth.AddYears(age);

    static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
