namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>Who reads.</summary>
/// <param name="Staff">Staff member.</param>
/// <param name="Agency">Agency of the staff member.</param>
sealed record Reader(string Staff, string Agency);
