using Tsunagu.Households.Domain;

namespace Tsunagu.Households.LifeEvents;

/// <summary>
/// Which birth dates reach an age between two days. A birthday is reached on the day itself, as <see cref="PartialDate.AgeOn(DateOnly)"/> counts, and not on its eve, on
/// which the law of ages (年齢計算ニ関する法律) ends the year.
/// </summary>
static class AgesReached
{
    /// <summary>Birth dates as the register keeps them, each with an age and the day on which it is reached.</summary>
    /// <param name="from">Day before the first that counts.</param>
    /// <param name="to">Last day that counts.</param>
    /// <param name="ages">Full years.</param>
    public static IEnumerable<(string Born, int Age, DateOnly On)> Between(DateOnly from, DateOnly to, IReadOnlyCollection<int> ages)
    {
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            foreach (var age in ages.Where(age => age < day.Year))
            {
                foreach (var born in Births(day, day.Year - age))
                    yield return (born, age, day);
            }
        }
    }

    static IEnumerable<string> Births(DateOnly birthday, int year)
    {
        if (birthday.Day <= DateTime.DaysInMonth(year, birthday.Month))
        {
            // Unknown parts are reckoned as other systems assume them.
            yield return Text(year, birthday.Month, birthday.Day);
            if (birthday.Day == 1)
                yield return Text(year, birthday.Month, null);
            if (birthday is { Month: 7, Day: 1 })
                yield return Text(year, null, null);
        }
        // 29 February is reached on 1 March of years that have none.
        if (birthday is { Month: 3, Day: 1 } && DateTime.IsLeapYear(year) && !DateTime.IsLeapYear(birthday.Year))
            yield return Text(year, 2, 29);
    }

    static string Text(int year, int? month, int? day) => new PartialDate(year, month, day).ToString();
}
