using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Support;

/// <summary>One wording of a fact: true for a stretch of days, known for a stretch of time.</summary>
sealed class SupportFactVersion
{
    SupportFactVersion()
    {
    }

    public Guid FactId { get; private init; }

    /// <summary>From 1.</summary>
    public int Revision { get; private init; }

    /// <summary>What it tells, as <see cref="SupportDocument"/> writes it.</summary>
    public string Content { get; private init; } = "";

    public SupportFactKind Kind { get; private init; }

    public DateOnly? Since { get; private init; }

    public DateOnly? Until { get; private init; }

    public SupportSourceKind SourceKind { get; private init; }

    public DateOnly? LearnedOn { get; private init; }

    public string SourceNote { get; private init; } = "";

    public StaffId StaffId { get; private init; }

    public AgencyId AgencyId { get; private init; }

    /// <summary>Why the wording before was not right, or empty.</summary>
    public string Reason { get; private init; } = "";

    public DateTimeOffset KnownFrom { get; private init; }

    /// <summary>When another wording took its place or the fact was withdrawn; null while it stands.</summary>
    public DateTimeOffset? KnownTo { get; private set; }

    /// <summary>The wording as it was written.</summary>
    public SupportWording Wording() =>
        new(SupportDocument.Read(Kind, Content), new Stretch(Since, Until), new SupportSource(SourceKind, LearnedOn, SourceNote));

    public static SupportFactVersion Of(Guid fact, int revision, SupportWording wording, SupportAuthor by, string reason) => new()
    {
        FactId = fact,
        Revision = revision,
        Content = SupportDocument.Write(wording.Content),
        Kind = wording.Content.FactKind,
        Since = wording.Stretch.Since,
        Until = wording.Stretch.Until,
        SourceKind = wording.Source.Kind,
        LearnedOn = wording.Source.LearnedOn,
        SourceNote = wording.Source.Note,
        StaffId = by.Staff,
        AgencyId = by.Agency,
        Reason = reason,
        KnownFrom = by.At,
    };

    /// <summary>It stands no longer.</summary>
    /// <returns>From when on: an instant after it became known, whatever the clocks of two replicas say.</returns>
    public DateTimeOffset Close(DateTimeOffset now)
    {
        var end = now > KnownFrom ? now : KnownFrom.AddMicroseconds(1);
        KnownTo = end;
        return end;
    }
}
