namespace Tsunagu.Households.Support;

/// <summary>Somebody belongs to a support household.</summary>
/// <param name="Who">The member.</param>
/// <param name="Presence">Where they really are.</param>
/// <param name="Note">In the words of whoever wrote it down, or empty.</param>
sealed record Membership(PersonRef Who, Presence Presence, string Note) : SupportContent;
