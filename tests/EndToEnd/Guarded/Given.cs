namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>A grant as the model knows it.</summary>
/// <param name="Id">Id of the grant.</param>
/// <param name="Staff">Staff member it names; null when it names others.</param>
/// <param name="Agencies">The agency it names, or those that attend the meeting it names.</param>
/// <param name="Items">Items it shows; empty: all.</param>
/// <param name="Until">End.</param>
/// <param name="Consent">Consent that it rests on; empty for another basis.</param>
sealed record Given(string Id, string? Staff, IReadOnlyList<string> Agencies, IReadOnlyList<string> Items, DateTimeOffset Until, string Consent = "")
{
    public bool Names(Reader reader) => Staff == reader.Staff || Agencies.Contains(reader.Agency);
}
