using Tsunagu.Households.LifeEvents;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.LifeEvents;

public sealed class EntitlementEventsTests
{
    static readonly DateOnly Eve = new(2026, 4, 1);
    static readonly DateOnly Day = new(2026, 4, 2);
    static readonly string[] Closed = ["廃止", "喪失"];

    public static TheoryData<string, string> Files() => new()
    {
        // Records as number:start:end:status, before and after a bar.
        { "|1:2026-04-02:", "EntitlementBegun 2026-04-02" },
        { "|1:2025-12-01:", "EntitlementBegun 2025-12-01" },
        { "|1:2026-05-01:", "" },
        { "|1:2024-05-01:2025-04-30", "" },
        { "|1::", "" },
        { "1:2024-05-01:|", "EntitlementEnded 2026-04-02" },
        { "1:2024-05-01:|1:2024-05-01:2026-03-31", "EntitlementEnded 2026-03-31" },
        { "1:2024-05-01:|1:2024-05-01:2026-09-30", "" },
        { "1:2024-05-01:|1:2024-05-01::廃止", "EntitlementEnded 2026-04-02" },
        { "1:2024-05-01::廃止|1:2024-05-01:", "EntitlementBegun 2024-05-01" },
        // A renewal, and a second record beside the first.
        { "1:2025-04-01:2026-04-01|1:2025-04-01:2026-04-01 2:2026-04-02:2027-04-01", "" },
        { "1:2025-04-01:|1:2025-04-01: 2:2026-04-02:", "" },
        { "1:2025-04-01: 2:2025-05-01:|2:2025-05-01:", "" },
        // By the calendar alone.
        { "1:2026-04-02:|1:2026-04-02:", "EntitlementBegun 2026-04-02" },
        { "1:2025-04-02:2026-04-01|1:2025-04-02:2026-04-01", "EntitlementEnded 2026-04-01" },
        { "1:2025-04-02:2026-04-02|1:2025-04-02:2026-04-02", "" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Entitlement_BeginsWithTheFirstOpenRecordAndEndsWithTheLast(string files, string expected) => Assert.Equal(expected, Of(files, whole: true));

    [Fact]
    public void RecordThatMayBeAmongRowsSetAside_StandsAsItStood()
    {
        Assert.Equal("", Of("1:2024-05-01:|", whole: false));
        Assert.Equal("EntitlementEnded 2026-04-01", Of("1:2024-05-01:2026-04-01|", whole: false));
        Assert.Equal("EntitlementEnded 2026-03-31", Of("1:2024-05-01:|1:2024-05-01:2026-03-31", whole: false));
    }

    [Fact]
    public void StatusThatTheSourceDerivesFromTheEnd_ClosesOnTheEndItself()
    {
        EntitlementState[] states =
        [
            State("1:2024-05-01:", before: true, after: false) with { EndedStatus = "喪失" },
            State("1:2024-05-01:2026-04-02", before: false, after: true) with { EndedStatus = "喪失" },
        ];
        Assert.Equal((LifeEventKind.EntitlementEnded, Day), EntitlementEvents.Of(states, new(Eve, Day, true), Closed));
    }

    static string Of(string files, bool whole)
    {
        var (before, after) = (Records(files, 0), Records(files, 1));
        // A record that stays the same is told once.
        var states = before.Union(after).Select(record => State(record, before.Contains(record), after.Contains(record))).ToList();
        return EntitlementEvents.Of(states, new LifeStep(Eve, Day, whole), Closed) is { } found ? $"{found.Kind} {found.OccurredOn:yyyy-MM-dd}" : "";
    }

    static string[] Records(string files, int side) => files.Split('|')[side].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static EntitlementState State(string record, bool before, bool after)
    {
        var parts = record.Split(':');
        return new EntitlementState
        {
            RecordId = Townsman.IdOf(int.Parse(parts[0], null)),
            Start = Date(parts[1]),
            End = Date(parts[2]),
            Status = parts.ElementAtOrDefault(3) ?? "受給中",
            EndedStatus = null,
            Before = before,
            After = after,
        };
    }

    static DateOnly? Date(string text) => text.Length == 0 ? null : DateOnly.Parse(text, null);
}
