using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Domain;

/// <summary>What somebody agreed to, as a desk takes it down.</summary>
public sealed record ConsentTerms
{
    /// <summary>Who consented.</summary>
    public required ConsentGiver Giver { get; init; }

    /// <summary>氏名 of the legal representative; empty for the person.</summary>
    public string RepresentativeName { get; init; } = "";

    /// <summary>How.</summary>
    public required ConsentForm Form { get; init; }

    /// <summary>Agencies with which to share; repeats are dropped.</summary>
    public IReadOnlyList<AgencyId> Agencies { get; init; } = [];

    /// <summary>Kinds of agency, by code, with which to share; repeats are dropped.</summary>
    public IReadOnlyList<string> AgencyKinds { get; init; } = [];

    /// <summary>True: with the attendants of meetings about the case.</summary>
    public bool Meetings { get; init; }

    /// <summary>利用目的, at least one; repeats are dropped.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>同意日 (Japan); null: today.</summary>
    public DateOnly? GivenOn { get; init; }

    /// <summary>Last day (Japan); null: until it is revoked.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What was explained and agreed, in the desk's own words.</summary>
    public string Note { get; init; } = "";
}
