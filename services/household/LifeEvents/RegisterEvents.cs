using Tsunagu.Households.Domain;
using Tsunagu.Households.Searching;

namespace Tsunagu.Households.LifeEvents;

/// <summary>
/// Life events that the difference between two registers shows. What a person's own row cannot tell, such as a birth from a moving in or a new household
/// from one that others were in, is read from the others of the household.
/// </summary>
sealed class RegisterEvents
{
    // A birth is notified within 14 days, or three months from abroad (戸籍法49条); no three months have more days.
    const int NewbornDays = 92;

    readonly LifeStep step;
    readonly ILookup<Guid, HouseholdSeat> before;
    readonly ILookup<Guid, HouseholdSeat> after;
    readonly Dictionary<Guid, Guid> householdAfter;
    readonly Dictionary<Guid, RegisterDifference> differences;
    readonly ILookup<Guid, RegisterDifference> arrivals;

    RegisterEvents(RegisterStep all)
    {
        step = all.Step;
        before = all.Before.ToLookup(seat => seat.HouseholdId);
        after = all.After.ToLookup(seat => seat.HouseholdId);
        householdAfter = all.After.ToDictionary(seat => seat.ResidentId, seat => seat.HouseholdId);
        differences = all.Differences.ToDictionary(difference => difference.ResidentId);
        arrivals = all.Differences.Where(difference => difference.Comes).ToLookup(difference => difference.After?.HouseholdId ?? Guid.Empty);
    }

    /// <summary>Every event of a step, in no order.</summary>
    public static IEnumerable<FoundEvent> Of(RegisterStep step)
    {
        var events = new RegisterEvents(step);
        return step.Differences.SelectMany(events.OfPerson).Concat(events.NewHeads());
    }

    IEnumerable<FoundEvent> OfPerson(RegisterDifference person) => person switch
    {
        { Comes: true, After: { } now } => [Event(person, Arrival(person, now), now)],
        { Stays: true, Before: { } then, After: { } now } => OfResident(person, then, now),
        { Before: { Current: true } then } when Departure(person.After) is { } kind => [Event(person, kind, person.After ?? then)],
        _ => [],
    };

    // Who was a resident when last heard of had only vanished.
    LifeEventKind Arrival(RegisterDifference person, RegisterRow now)
    {
        if ((person.Before?.Status ?? person.Earlier) is not { } last)
            return IsBorn(person, now) ? LifeEventKind.Birth : LifeEventKind.MoveIn;
        return last switch
        {
            ResidentStatus.MovedOut => LifeEventKind.MoveIn,
            ResidentStatus.Current or ResidentStatus.Deceased or ResidentStatus.Removed => LifeEventKind.Restoration,
        };
    }

    LifeEventKind? Departure(RegisterRow? now)
    {
        if (now is null)
            return step.Whole ? LifeEventKind.Removal : null;
        return now.Status switch
        {
            ResidentStatus.Deceased => LifeEventKind.Death,
            ResidentStatus.MovedOut => LifeEventKind.MoveOut,
            ResidentStatus.Removed => LifeEventKind.Removal,
            ResidentStatus.Current => null,
        };
    }

    // A newborn comes to people who were there already; one who comes with somebody older moves in with them.
    bool IsBorn(RegisterDifference person, RegisterRow now)
    {
        if (person.Born?.Whole is not { } born)
            return false;
        return born == now.ChangedOn
            || (IsNewborn(person) && before[now.HouseholdId].Any() && arrivals[now.HouseholdId].All(IsNewborn));
    }

    bool IsNewborn(RegisterDifference person) => person.Born?.Whole is { } born && step.From.DayNumber - born.DayNumber < NewbornDays;

    IEnumerable<FoundEvent> OfResident(RegisterDifference person, RegisterRow then, RegisterRow now)
    {
        if (person.MayTellEvent && HasMoved(then, now))
            yield return Event(person, LifeEventKind.MoveWithin, now);
        if (now.HouseholdId != then.HouseholdId && Regrouping(person.ResidentId, then.HouseholdId, now.HouseholdId) is { } kind)
            yield return Event(person, kind, now);
        if (IsMarriage(person, then, now))
            yield return Event(person, LifeEventKind.Marriage, now);
    }

    // Another way of writing an address is no other address.
    static bool HasMoved(RegisterRow then, RegisterRow now) =>
        AddressForm.Of(then.Address) is { Count: > 0 } left && AddressForm.Of(now.Address) is { Count: > 0 } reached && !left.SequenceEqual(reached);

    // Everybody under another number is neither: the household was only numbered anew.
    LifeEventKind? Regrouping(Guid person, Guid left, Guid joined)
    {
        if (before[joined].Any(seat => householdAfter.GetValueOrDefault(seat.ResidentId) == joined))
            return LifeEventKind.HouseholdMerge;
        return before[left].Any(seat => seat.ResidentId != person && householdAfter.TryGetValue(seat.ResidentId, out var household) && household != joined)
            ? LifeEventKind.HouseholdSplit
            : null;
    }

    bool IsMarriage(RegisterDifference person, RegisterRow then, RegisterRow now) =>
        Kinship.IsSpouse(now.Relationship) && !Kinship.IsSpouse(then.Relationship)
        && (Kinship.IsSpouseByUsage(then.Relationship) || Renamed(person) || HeadRenamed(now.HouseholdId));

    bool HeadRenamed(Guid household) => after[household].Any(seat => seat.Head && differences.TryGetValue(seat.ResidentId, out var head) && Renamed(head));

    static bool Renamed(RegisterDifference person) => person is { Stays: true, MayTellEvent: true } && person.Before?.Name != person.After?.Name;

    IEnumerable<FoundEvent> NewHeads() =>
        from household in after
        where before[household.Key].Any()
        from seat in household
        where seat.Head && !before[household.Key].Any(was => was.Head && was.ResidentId == seat.ResidentId)
        let person = differences.GetValueOrDefault(seat.ResidentId)
        select new FoundEvent
        {
            ResidentId = seat.ResidentId,
            Kind = LifeEventKind.HeadChange,
            HouseholdId = household.Key,
            OccurredOn = person is null ? step.To : DayOf(person),
        };

    FoundEvent Event(RegisterDifference person, LifeEventKind kind, RegisterRow row) => new()
    {
        ResidentId = person.ResidentId,
        Kind = kind,
        HouseholdId = row.HouseholdId,
        FromHouseholdId = person.Before is { Current: true } then && then.HouseholdId != row.HouseholdId ? then.HouseholdId : null,
        OccurredOn = kind == LifeEventKind.Birth && person.Born?.Whole is { } born ? born : DayOf(person),
    };

    DateOnly DayOf(RegisterDifference person) => person is { MayTellEvent: true, After.ChangedOn: { } day } ? day : step.To;
}
