namespace Tsunagu.Households.Searching;

/// <summary>
/// A key by which a resident is found, hashed to 32 bits: an index of numbers is a third the size of one of texts, holds no name, and whoever is found by a
/// collision is dropped when the candidates are compared.
/// </summary>
static class SearchKey
{
    const uint Offset = 2166136261;
    const uint Prime = 16777619;

    /// <summary>The number of a key; the same in every process and version.</summary>
    public static int Of(KeyKind kind, ReadOnlySpan<char> text)
    {
        // FNV-1a, with the finish of MurmurHash3: texts of two letters would otherwise lie close together.
        var hash = (Offset ^ (uint)kind) * Prime;
        foreach (var c in text)
            hash = (((hash ^ (byte)c) * Prime) ^ (byte)(c >> 8)) * Prime;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return unchecked((int)(hash ^ (hash >> 16)));
    }
}
