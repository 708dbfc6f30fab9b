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
    /// The answer for a resident. While the lists of measures cannot be relied on, those who may read the records anyway learn nothing by it; everybody else
    /// is refused, whomever they ask about, because a refusal for some would tell who they are.
    /// </summary>
    public static InvolvementDisclosure Decide(ProtectionState protection, MeasureListState lists, bool mayReadRecords) => (protection.Hides(), lists, mayReadRecords) switch
    {
        (_, MeasureListState.NeverReceived or MeasureListState.Outdated, false) => InvolvementDisclosure.Refused,
        (true, _, _) => InvolvementDisclosure.AsNobody,
        (false, _, _) => InvolvementDisclosure.Told,
    };
}
