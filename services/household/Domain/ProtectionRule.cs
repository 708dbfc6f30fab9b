namespace Tsunagu.Households.Domain;

/// <summary>
/// What measures make of a resident. One year is the rule and renewal is usual: a measure that ran out or fell from the list warns and never
/// unmasks, because real addresses leaked where one did.
/// </summary>
static class ProtectionRule
{
    /// <summary>The state on a day.</summary>
    /// <param name="own">Every stretch for which the resident was named.</param>
    /// <param name="beside">Every stretch for which somebody was named who lives in the same household now.</param>
    /// <param name="received">Whether a list was ever received.</param>
    /// <param name="today">Day of Japan.</param>
    public static ProtectionState Of(
        IReadOnlyCollection<ProtectionSpan> own, IReadOnlyCollection<ProtectionSpan> beside, bool received, DateOnly today)
    {
        if (own.Any(span => span.IsInForce(today)))
            return ProtectionState.InForce;
        if (own.Any(span => span.HasBegun(today)))
            return ProtectionState.Expired;
        if (beside.Any(span => span.HasBegun(today)))
            return ProtectionState.Household;
        return received ? ProtectionState.None : ProtectionState.Unknown;
    }

    /// <summary>True when postal code, address, phone and whatever else tells where somebody is must not be shown.</summary>
    public static bool Hides(this ProtectionState state) => state switch
    {
        ProtectionState.InForce or ProtectionState.Expired or ProtectionState.Household => true,
        ProtectionState.None or ProtectionState.Unknown => false,
    };
}
