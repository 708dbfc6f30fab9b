namespace Tsunagu.Households.Domain;

/// <summary>A stretch of time for which a list of measures names, or once named, a resident as protected.</summary>
/// <param name="Start">First day; null when none can be read: the measure is then taken to have begun.</param>
/// <param name="End">Last day; null when none can be read: the measure is then taken to go on.</param>
/// <param name="Listed">True while the newest file of the list says so.</param>
readonly record struct ProtectionSpan(DateOnly? Start, DateOnly? End, bool Listed)
{
    /// <summary>True from the first day on.</summary>
    public bool HasBegun(DateOnly today) => Start is null || Start <= today;

    /// <summary>True from the first to the last day, both inclusive, while it is listed.</summary>
    public bool IsInForce(DateOnly today) => Listed && HasBegun(today) && (End is null || today <= End);
}
