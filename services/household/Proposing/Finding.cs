namespace Tsunagu.Households.Proposing;

/// <summary>One conclusion about a file. Never holds a value that may be a person's.</summary>
/// <param name="Code">What it is about: one of <see cref="FindingCodes"/>.</param>
/// <param name="Column">Column it is about, or empty.</param>
/// <param name="Certainty">How far it may be trusted.</param>
/// <param name="Message">A Japanese sentence for staff.</param>
sealed record Finding(string Code, string Column, Certainty Certainty, string Message);
