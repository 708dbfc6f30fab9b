namespace Tsunagu.Intake.Domain;

/// <summary>受付票 as a desk fills it in: only the channel, the complaint and the main issue are compulsory.</summary>
public sealed record ReceptionSheet
{
    /// <summary>受付日時; null means now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>How it arrived.</summary>
    public required Channel Channel { get; init; }

    /// <summary>受付窓口 in the desk's own words.</summary>
    public string? Desk { get; init; }

    /// <summary>What was said about the person.</summary>
    public StatedPerson Person { get; init; } = StatedPerson.Unstated;

    /// <summary>来談者.</summary>
    public Visitor Visitor { get; init; } = Visitor.None;

    /// <summary>主訴.</summary>
    public required string Complaint { get; init; }

    /// <summary>主な相談内容.</summary>
    public required Issue MainIssue { get; init; }

    /// <summary>Issues named beside the main one; repeats are dropped.</summary>
    public IReadOnlyList<Issue> FurtherIssues { get; init; } = [];

    /// <summary>緊急度; null when nobody judged it.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>本人同意 to sharing, as said at the desk.</summary>
    public bool ConsentGiven { get; init; }
}
