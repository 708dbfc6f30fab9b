using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Sharing;

/// <summary>情報共有の規則: what one legal basis carries from one day on, until the next rule of that basis.</summary>
public sealed record SharingRule
{
    /// <summary>法的根拠.</summary>
    public required GrantBasis Basis { get; init; }

    /// <summary>Number of the version that it belongs to. Of two that began on one day the higher is in force.</summary>
    public required int Number { get; init; }

    /// <summary>First day (Japan) on which it is in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Kinds of agency, by code, to whose agencies and staff it carries.</summary>
    public required IReadOnlySet<string> Recipients { get; init; }

    /// <summary>True: it carries to the attendants of a meeting, of whatever kind their agencies are.</summary>
    public required bool Meetings { get; init; }

    /// <summary>
    /// True: a second person of the owning agency approves, as where neither the person, nor a contract, nor a meeting stands behind the basis,
    /// only the agency's own judgement.
    /// </summary>
    public required bool Approver { get; init; }

    /// <summary>How long it may carry at most; null: until the fiscal year ends, which nothing outlives.</summary>
    public required TimeSpan? Longest { get; init; }

    /// <summary>Roles that may open a record on this basis.</summary>
    public required IReadOnlySet<Role> Givers { get; init; }

    /// <summary>True when it carries to a grantee.</summary>
    /// <param name="grantee">What sort of grantee.</param>
    /// <param name="agencyKind">Kind of the agency that is the grantee, or that the grantee is of; not asked of a meeting.</param>
    public bool CarriesTo(GranteeKind grantee, string? agencyKind) =>
        grantee is GranteeKind.Meeting ? Meetings : agencyKind is not null && Recipients.Contains(agencyKind);

    /// <summary>Latest end of what is opened on this basis.</summary>
    /// <param name="now">Moment of opening.</param>
    public DateTimeOffset LatestEnd(DateTimeOffset now)
    {
        var year = FiscalYear.EndOf(now);
        return Longest is { } longest && now + longest < year ? now + longest : year;
    }
}
