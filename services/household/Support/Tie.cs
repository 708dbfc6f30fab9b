namespace Tsunagu.Households.Support;

/// <summary>A relation between two people: what <paramref name="To"/> is to <paramref name="From"/>.</summary>
/// <param name="From">One of them.</param>
/// <param name="To">The other.</param>
/// <param name="Kind">What the second is to the first.</param>
/// <param name="Quality">How they get on; null when nobody said.</param>
/// <param name="Note">In the words of whoever wrote it down, or empty.</param>
sealed record Tie(PersonRef From, PersonRef To, TieKind Kind, TieQuality? Quality, string Note) : SupportContent
{
    /// <summary>The same tie in the one direction in which it is kept, so that it is found again whichever way it is told.</summary>
    public Tie Kept() => Kind switch
    {
        TieKind.Parent => this with { From = To, To = From, Kind = TieKind.Child },
        TieKind.Grandparent => this with { From = To, To = From, Kind = TieKind.Grandchild },
        _ => IsMutual(Kind) && From.Id.CompareTo(To.Id) > 0 ? this with { From = To, To = From } : this,
    };

    /// <summary>True when each of the two is that to the other.</summary>
    public static bool IsMutual(TieKind kind) => kind switch
    {
        TieKind.Spouse or TieKind.Partner or TieKind.Sibling or TieKind.OtherKin or TieKind.Housemate or TieKind.Neighbour or TieKind.Friend
            or TieKind.Other => true,
        TieKind.Child or TieKind.Parent or TieKind.AdoptedChild or TieKind.FosterChild or TieKind.Stepchild or TieKind.Grandchild
            or TieKind.Grandparent or TieKind.Caregiver or TieKind.Guardian => false,
    };
}
