namespace Tsunagu.Households.Proposing;

/// <summary>From when to when a record holds.</summary>
/// <param name="Start">First day, or null.</param>
/// <param name="StartCertainty">Of the first day.</param>
/// <param name="Ends">Days of which the earliest ends it.</param>
/// <param name="EndCertainty">Of these.</param>
/// <param name="EndsWithMonth">True: the start is a month, and the record is of that month.</param>
sealed record PeriodFind(DateFind? Start, Certainty StartCertainty, IReadOnlyList<DateFind> Ends, Certainty EndCertainty, bool EndsWithMonth);
