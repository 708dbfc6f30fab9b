using System.Globalization;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Place of a row in a list that is ordered by time, then by id: what a page token of such a list holds.</summary>
/// <param name="At">Time of the row.</param>
/// <param name="Id">Id of the row.</param>
public readonly record struct TimeKey(DateTimeOffset At, Guid Id)
{
    /// <summary>A token for the page that starts after this row.</summary>
    public string ToToken() => PageTokens.Encode(At.UtcTicks.ToString(CultureInfo.InvariantCulture), Id.ToString("N"));

    /// <summary>The row after which a page starts, or null for the first page (empty token).</summary>
    /// <exception cref="Primitives.Refusal">PAGE_TOKEN_INVALID.</exception>
    public static TimeKey? Parse(string pageToken)
    {
        if (PageTokens.Decode(pageToken, 2) is not [var at, var id]) return null;
        return long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParseExact(id, "N", out var guid)
            ? new(new DateTimeOffset(ticks, TimeSpan.Zero), guid)
            : throw DataErrors.PageToken();
    }
}
