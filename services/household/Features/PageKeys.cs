using System.Globalization;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households;

/// <summary>Reads the keys of a page token; one that was tampered with is refused like any other that is none.</summary>
static class PageKeys
{
    public static int Int(string key) =>
        int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw Invalid();

    public static Guid Uuid(string key) => Guid.TryParseExact(key, "D", out var value) ? value : throw Invalid();

    static Refusal Invalid() => new(RefusalKind.Invalid, "PAGE_TOKEN_INVALID", "ページの指定が正しくありません。最初のページから取得してください。");
}
