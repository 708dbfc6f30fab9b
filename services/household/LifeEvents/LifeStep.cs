namespace Tsunagu.Households.LifeEvents;

/// <summary>From one file of a feed to the next.</summary>
/// <param name="From">Data date of the file before.</param>
/// <param name="To">Data date of the file, later than that.</param>
/// <param name="Whole">
/// False when more rows could not be read than of the file before: who is missing may be among them, so that absence proves nothing.
/// </param>
readonly record struct LifeStep(DateOnly From, DateOnly To, bool Whole);
