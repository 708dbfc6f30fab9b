using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>What is asked for when a meeting is called.</summary>
public sealed record MeetingCall
{
    /// <summary>Shortest meeting, in minutes.</summary>
    public const int ShortestMinutes = 15;

    /// <summary>Longest meeting, in minutes.</summary>
    public const int LongestMinutes = 480;

    /// <summary>Case it is about; the intake service confirmed it.</summary>
    public required CaseId Case { get; init; }

    /// <summary>Kind of meeting.</summary>
    public required MeetingKind Kind { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How long it lasts, in minutes.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>場所, or the address of the online room.</summary>
    public string? Place { get; init; }

    /// <summary>Agencies to invite with the call; the agency directory knows each.</summary>
    public IReadOnlyList<AgencyId> Agencies { get; init; } = [];

    /// <summary>同意 by which it is held, found in the intake service; null when it names none.</summary>
    public Consent? Consent { get; init; }
}
