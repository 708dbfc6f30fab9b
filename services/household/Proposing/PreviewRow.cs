using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Proposing;

/// <summary>One row of the sample as the proposed layout maps it.</summary>
/// <param name="Line">1-based physical line.</param>
/// <param name="Fields">Canonical field and value, those without a value left out.</param>
/// <param name="Reject">Why the row would be set aside, or null.</param>
sealed record PreviewRow(int Line, IReadOnlyList<PreviewField> Fields, Reject? Reject);

/// <summary>A canonical field of a row, named as in the layout (<c>key</c>, <c>status</c>, <c>person.kana</c> ...), and what the row says of it.</summary>
sealed record PreviewField(string Name, string Value);
