using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Support;

/// <summary>Something that staff recorded of a support household: its identity. What it says is in its versions, of which at most one stands.</summary>
sealed class SupportFact
{
    SupportFact()
    {
    }

    public Guid Id { get; private init; }

    public Guid HouseholdId { get; private init; }

    public SupportFactKind Kind { get; private init; }

    /// <summary>The first person whom it names, if that is a resident.</summary>
    public Guid? ResidentId { get; private init; }

    /// <summary>The second person whom it names, if that is a resident.</summary>
    public Guid? OtherResidentId { get; private init; }

    /// <summary>The first person whom it names, if that is somebody outside the register.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>The second person whom it names, if that is somebody outside the register.</summary>
    public Guid? OtherPersonId { get; private init; }

    /// <summary>Number of the newest wording, from 1.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public StaffId? WithdrawnBy { get; private set; }

    /// <summary>The agency that withdrew it; null also for one withdrawn when that was not kept, whose words count as those of its last wording's agency.</summary>
    public AgencyId? WithdrawnAgency { get; private set; }

    /// <summary>Why it was withdrawn, or empty.</summary>
    public string WithdrawalReason { get; private set; } = "";

    public uint Version { get; private set; }

    /// <summary>A new fact with its first wording.</summary>
    public static (SupportFact Fact, SupportFactVersion First) Record(Guid id, Guid household, SupportWording wording, SupportAuthor by)
    {
        RequireSound(wording);
        var about = wording.Content.About;
        var fact = new SupportFact
        {
            Id = id,
            HouseholdId = household,
            Kind = wording.Content.FactKind,
            ResidentId = IdOf(about, 0, registered: true),
            OtherResidentId = IdOf(about, 1, registered: true),
            PersonId = IdOf(about, 0, registered: false),
            OtherPersonId = IdOf(about, 1, registered: false),
            Revision = 1,
        };
        return (fact, SupportFactVersion.Of(id, 1, wording, by, reason: ""));
    }

    /// <summary>Puts another wording in the place of the standing one.</summary>
    /// <exception cref="Refusal">
    /// SUPPORT_FACT_WITHDRAWN; SUPPORT_FACT_SUBJECT when it is of another kind or names other people; FIELD_INVALID when it ends before it begins.
    /// </exception>
    public SupportFactVersion Correct(SupportFactVersion standing, SupportWording wording, SupportAuthor by, string reason)
    {
        RequireStanding();
        var before = standing.Wording().Content;
        if (wording.Content.FactKind != Kind || !wording.Content.About.SequenceEqual(before.About) || KindOf(wording.Content) != KindOf(before))
            throw SupportErrors.OtherSubject();
        return Replace(standing, wording, by, reason);
    }

    /// <summary>It is true until a day.</summary>
    /// <exception cref="Refusal">SUPPORT_FACT_WITHDRAWN; SUPPORT_FACT_ENDED when it has a last day already; FIELD_INVALID when it ends before it begins.</exception>
    public SupportFactVersion End(SupportFactVersion standing, DateOnly until, SupportAuthor by, string reason)
    {
        RequireStanding();
        var wording = standing.Wording();
        return wording.Stretch.Until is null
            ? Replace(standing, wording with { Stretch = wording.Stretch with { Until = until } }, by, reason)
            : throw SupportErrors.Ended();
    }

    /// <summary>It was never true.</summary>
    /// <exception cref="Refusal">SUPPORT_FACT_WITHDRAWN.</exception>
    public void Withdraw(SupportFactVersion standing, SupportAuthor by, string reason)
    {
        RequireStanding();
        standing.Close(by.At);
        (WithdrawnAt, WithdrawnBy, WithdrawnAgency, WithdrawalReason) = (standing.KnownTo, by.Staff, by.Agency, reason);
    }

    SupportFactVersion Replace(SupportFactVersion standing, SupportWording wording, SupportAuthor by, string reason)
    {
        RequireSound(wording);
        var from = standing.Close(by.At);
        return SupportFactVersion.Of(Id, ++Revision, wording, by with { At = from }, reason);
    }

    void RequireStanding()
    {
        if (WithdrawnAt is not null)
            throw SupportErrors.Withdrawn();
    }

    static void RequireSound(SupportWording wording)
    {
        if (!wording.Stretch.IsSound)
            throw SupportErrors.EndsBeforeBeginning();
    }

    // Of a tie that is another one; where somebody is may turn out otherwise.
    static TieKind? KindOf(SupportContent content) => content is Tie tie ? tie.Kind : null;

    static Guid? IdOf(IReadOnlyList<PersonRef> about, int index, bool registered) =>
        about.Count > index && about[index].Registered == registered ? about[index].Id : null;
}
