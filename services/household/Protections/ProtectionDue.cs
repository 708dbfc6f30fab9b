using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Protections;

/// <summary>Whether somebody is told of measures that wait for a decision.</summary>
static class ProtectionDue
{
    /// <summary>
    /// What a day finds. Somebody is told when a measure became due since the last look, and on Mondays of all that are expired and still undecided: those that fell
    /// from a list without reaching a day of their own are among them.
    /// </summary>
    /// <param name="people">Everybody who is named.</param>
    /// <param name="last">Day of the last look; null when there was none.</param>
    /// <param name="today">Day of Japan.</param>
    public static ProtectionWatch On(IReadOnlyCollection<HiddenPerson> people, DateOnly? last, DateOnly today)
    {
        var expired = people.Count(p => p.StateOn(today) == ProtectionState.Expired);
        var ending = people.Count(p => p.IsEndingOn(today));
        var newly = people.Any(p => p.IsDueOn(today) && (last is not { } before || Becomes(p, before, today)));
        return new() { Day = today, Ending = ending, Expired = expired, Told = newly || (expired > 0 && today.DayOfWeek == DayOfWeek.Monday) };
    }

    static bool Becomes(HiddenPerson person, DateOnly before, DateOnly today) =>
        !person.IsDueOn(before) || (person.StateOn(before) != ProtectionState.Expired && person.StateOn(today) == ProtectionState.Expired);
}
