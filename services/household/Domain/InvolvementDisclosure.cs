namespace Tsunagu.Households.Domain;

/// <summary>What is answered to the question who is involved with a resident.</summary>
enum InvolvementDisclosure
{
    /// <summary>The departments.</summary>
    Told,

    /// <summary>As if nobody were involved: another answer would tell that there is something to hide.</summary>
    AsNobody,

    /// <summary>Refused, for every resident alike.</summary>
    Refused,
}

/// <summary>Who is told that departments are involved; existence alone can lead a violent relative to a shelter.</summary>
static class InvolvementRule
{
    /// <summary>
    /// The answer for a resident. While protections are unknown, those who may read the records anyway learn nothing by it; everybody else is refused.
    /// </summary>
    public static InvolvementDisclosure Decide(ProtectionState protection, bool mayReadRecords) => protection switch
    {
        ProtectionState.None => InvolvementDisclosure.Told,
        ProtectionState.InForce or ProtectionState.Expired => InvolvementDisclosure.AsNobody,
        ProtectionState.Unknown => mayReadRecords ? InvolvementDisclosure.Told : InvolvementDisclosure.Refused,
    };
}
