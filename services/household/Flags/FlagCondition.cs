namespace Tsunagu.Households.Flags;

/// <summary>A condition on the current members of a household; every part that is given must hold.</summary>
sealed record FlagCondition
{
    /// <summary>Fewest current members.</summary>
    public int? MembersFrom { get; init; }

    /// <summary>Most current members.</summary>
    public int? MembersTo { get; init; }

    /// <summary>Every member is one of these.</summary>
    public IReadOnlyList<MemberTrait>? Every { get; init; }

    /// <summary>A member is one of these.</summary>
    public IReadOnlyList<MemberTrait>? Some { get; init; }

    /// <summary>No member is one of these.</summary>
    public IReadOnlyList<MemberTrait>? None { get; init; }

    /// <summary>Whether a member's 方書 begins with the name of a facility.</summary>
    public bool? Facility { get; init; }

    public IReadOnlyList<FlagCondition>? AllOf { get; init; }

    public IReadOnlyList<FlagCondition>? AnyOf { get; init; }

    /// <summary>Whether it holds; of a household without current members nothing does.</summary>
    /// <param name="members">Current members.</param>
    /// <param name="facilities">How names of facilities begin.</param>
    public bool Holds(IReadOnlyList<FlagMember> members, IReadOnlyCollection<string> facilities) =>
        members.Count > 0
        && (MembersFrom is null || members.Count >= MembersFrom)
        && (MembersTo is null || members.Count <= MembersTo)
        && (Every is null || members.All(member => Every.Any(trait => trait.Fits(member))))
        && (Some is null || members.Any(member => Some.Any(trait => trait.Fits(member))))
        && (None is null || !members.Any(member => None.Any(trait => trait.Fits(member))))
        && (Facility is null || Facility == members.Any(member => LivesIn(member, facilities)))
        && (AllOf is null || AllOf.All(part => part.Holds(members, facilities)))
        && (AnyOf is null || AnyOf.Any(part => part.Holds(members, facilities)));

    static bool LivesIn(FlagMember member, IReadOnlyCollection<string> facilities) =>
        member.Address.Split('\u3000').Any(part => facilities.Any(name => part.StartsWith(name, StringComparison.Ordinal)));

    /// <summary>Whether nothing is asked, so that every household would bear the flag.</summary>
    public bool Empty => this is
    {
        MembersFrom: null, MembersTo: null, Every: null, Some: null, None: null, Facility: null, AllOf: null, AnyOf: null,
    };

    /// <summary>The condition and every one inside it.</summary>
    public IEnumerable<FlagCondition> Parts() =>
        (AllOf ?? []).Concat(AnyOf ?? []).SelectMany(part => part.Parts()).Prepend(this);

    /// <summary>Every trait that this condition itself asks of members.</summary>
    public IEnumerable<MemberTrait> Traits() => (Every ?? []).Concat(Some ?? []).Concat(None ?? []);
}
