namespace Tsunagu.Households.Flags;

/// <summary>What a member must be; what is left out is not asked.</summary>
sealed record MemberTrait
{
    /// <summary>Full years, inclusive; a member of unknown age never fits.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>Full years, inclusive.</summary>
    public int? AgeTo { get; init; }

    /// <summary>続柄 codes joined by hyphens (<c>02</c> is the head); one of them, exactly.</summary>
    public IReadOnlyList<string>? Kin { get; init; }

    public bool? Foreign { get; init; }

    /// <summary>Words of which one is part of the 制度 of a record in force.</summary>
    public IReadOnlyList<string>? OpenScheme { get; init; }

    /// <summary>Words of which none is part of the 制度 of any record in force.</summary>
    public IReadOnlyList<string>? NoOpenScheme { get; init; }

    /// <summary>Whether the ages end before they begin, so that nobody fits.</summary>
    public bool EndsBeforeItBegins => AgeFrom > AgeTo;

    /// <summary>Whether a word for a 制度 is blank, which is part of every one.</summary>
    public bool HasBlankWord => (OpenScheme ?? []).Concat(NoOpenScheme ?? []).Any(string.IsNullOrWhiteSpace);

    /// <summary>Whether the member is so.</summary>
    public bool Fits(FlagMember member) =>
        (AgeFrom is null || member.Age >= AgeFrom)
        && (AgeTo is null || member.Age <= AgeTo)
        && (Kin is null || Kin.Contains(member.Kin))
        && (Foreign is null || member.Foreign == Foreign)
        && (OpenScheme is null || Has(member, OpenScheme))
        && (NoOpenScheme is null || !Has(member, NoOpenScheme));

    static bool Has(FlagMember member, IReadOnlyList<string> words) =>
        member.OpenSchemes.Any(scheme => words.Any(word => scheme.Contains(word, StringComparison.Ordinal)));
}
