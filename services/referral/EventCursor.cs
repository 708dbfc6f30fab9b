using System.Globalization;
using Tsunagu.Referrals.Domain;

namespace Tsunagu.Referrals;

/// <summary>Position in the public event log as partners see it.</summary>
static class EventCursor
{
    public static string Write(long? position) => position?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>Position to read after; 0 starts at the beginning.</summary>
    public static long Parse(string cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return 0;
        return long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw ReferralErrors.CursorInvalid();
    }
}
