namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>A grant as the model knows it.</summary>
/// <param name="Id">Id of the grant.</param>
/// <param name="Agency">Agency it names; null when it names a staff member.</param>
/// <param name="Staff">Staff member it names; null when it names an agency.</param>
/// <param name="Items">Items it shows; empty: all.</param>
/// <param name="Until">End.</param>
sealed record Given(string Id, string? Agency, string? Staff, IReadOnlyList<string> Items, DateTimeOffset Until)
{
    public bool Names(Reader reader) => Agency == reader.Agency || Staff == reader.Staff;
}
