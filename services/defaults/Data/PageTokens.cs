using System.Buffers.Text;
using System.Text.Json;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// Opaque page tokens: the sort keys of the last row given out, URL-safe. They hold ids and times, never personal data,
/// and grant nothing: every page is decided anew.
/// </summary>
public static class PageTokens
{
    /// <summary>A token for the row after which the next page starts.</summary>
    public static string Encode(params string[] keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    /// <summary>The keys of a token, or null for the first page (empty token).</summary>
    /// <exception cref="Primitives.Refusal">PAGE_TOKEN_INVALID: not a token with <paramref name="count"/> keys.</exception>
    public static string[]? Decode(string token, int count)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        try
        {
            var keys = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(token));
            return keys?.Length == count && Array.TrueForAll(keys, key => key is not null) ? keys : throw DataErrors.PageToken();
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw DataErrors.PageToken();
        }
    }
}
