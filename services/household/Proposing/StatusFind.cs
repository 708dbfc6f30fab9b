using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>What a record says: its status and a detail.</summary>
/// <param name="Rule">The status.</param>
/// <param name="Column">Its column, or null where the end date decides.</param>
/// <param name="Certainty">Of the status.</param>
/// <param name="Detail">Column of the detail, or null.</param>
sealed record StatusFind(StatusRule Rule, SampleColumn? Column, Certainty Certainty, SampleColumn? Detail);
