using System.Globalization;

namespace Grpc.Shared;

/// <summary>The header <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
static class TimeoutText
{
    const int MostDigits = 8;
    const long Most = 99_999_999;

    internal static string Encode(TimeSpan timeout)
    {
        // Rounded up: the server must not give up before the client does.
        foreach (var (ticks, unit) in (ReadOnlySpan<(long, char)>)[
            (TimeSpan.TicksPerMillisecond, 'm'), (TimeSpan.TicksPerSecond, 'S'), (TimeSpan.TicksPerMinute, 'M')])
        {
            var count = Math.Max(1, (timeout.Ticks - 1) / ticks + 1);
            if (count <= Most)
                return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
        }
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Min(Most, (long)timeout.TotalHours)}H");
    }

    internal static bool TryParse(string? text, out TimeSpan timeout)
    {
        timeout = default;
        if (text is null || text.Length is < 2 or > MostDigits + 1
            || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        var ticks = text[^1] switch
        {
            'H' => count * TimeSpan.TicksPerHour,
            'M' => count * TimeSpan.TicksPerMinute,
            'S' => count * TimeSpan.TicksPerSecond,
            'm' => count * TimeSpan.TicksPerMillisecond,
            'u' => count * TimeSpan.TicksPerMicrosecond,
            'n' => (count + 99) / 100,
            _ => -1,
        };
        timeout = TimeSpan.FromTicks(ticks);
        return ticks >= 0;
    }
}
