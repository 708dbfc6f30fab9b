using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tsunagu.Households.Protections;

/// <summary>A short text that stands for what hides somebody: whoever decided by it decided about exactly that.</summary>
static class ProtectionMark
{
    /// <summary>32 hexadecimal digits; equal for the same stretches told by the same files, in whatever order, whether the newest file still tells them or not.</summary>
    public static string Of(IEnumerable<HidingSpan> spans)
    {
        var lines = spans
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.FeedId}|{s.Number}|{s.Span.Start:O}|{s.Span.End:O}|{s.ToldBy:N}"))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..32];
    }
}
