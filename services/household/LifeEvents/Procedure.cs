using Tsunagu.Households.Flags;

namespace Tsunagu.Households.LifeEvents;

/// <summary>A row of the table: a life event, and what is to be done under a 制度 because of it.</summary>
sealed record Procedure
{
    public required string Code { get; init; }

    public required LifeEventKind Kind { get; init; }

    /// <summary>Of <see cref="LifeEventKind.AgeReached"/> alone; any age when null.</summary>
    public int? Age { get; init; }

    /// <summary>Words of which one is part of the 制度 whose entitlement began or ended; any 制度 when null.</summary>
    public IReadOnlyList<string>? EventSchemes { get; init; }

    /// <summary>制度 that the procedure belongs to.</summary>
    public required string Scheme { get; init; }

    public required string Name { get; init; }

    /// <summary>Where it is done.</summary>
    public string Department { get; init; } = "";

    /// <summary>Days from the event within which it is due.</summary>
    public int? WithinDays { get; init; }

    public string Note { get; init; } = "";

    /// <summary>What the person of the event must be; anybody when null.</summary>
    public MemberTrait? Who { get; init; }

    /// <summary>What somebody else of the household must be; nobody is asked for when null.</summary>
    public MemberTrait? Beside { get; init; }

    /// <summary>Whether the event calls for it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="person">The person of the event on the day before it was noticed.</param>
    /// <param name="others">The others of the household on that day.</param>
    public bool IsNeeded(HappenedEvent happened, FlagMember person, IReadOnlyList<FlagMember> others) =>
        Kind == happened.Kind
        && (Age is null || Age == happened.Age)
        && (EventSchemes is null || EventSchemes.Any(word => happened.Scheme.Contains(word, StringComparison.Ordinal)))
        && (Who is null || Who.Fits(person))
        && (Beside is null || others.Any(Beside.Fits));

    /// <summary>Last day on which it is in time; null where none is set, or none is left in the calendar.</summary>
    public DateOnly? DueOn(DateOnly occurredOn) =>
        WithinDays is { } days && days <= DateOnly.MaxValue.DayNumber - occurredOn.DayNumber ? occurredOn.AddDays(days) : null;
}
