using System.Globalization;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Reads the keys inside a page token, which a client may have changed.</summary>
public static class PageKeys
{
    /// <summary>A number.</summary>
    /// <exception cref="Primitives.Refusal">PAGE_TOKEN_INVALID.</exception>
    public static int Number(string key) =>
        int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw DataErrors.PageToken();

    /// <summary>A long number.</summary>
    /// <exception cref="Primitives.Refusal">PAGE_TOKEN_INVALID.</exception>
    public static long Position(string key) =>
        long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw DataErrors.PageToken();

    /// <summary>An id.</summary>
    /// <exception cref="Primitives.Refusal">PAGE_TOKEN_INVALID.</exception>
    public static Guid Uuid(string key) => Guid.TryParseExact(key, "D", out var value) ? value : throw DataErrors.PageToken();
}
