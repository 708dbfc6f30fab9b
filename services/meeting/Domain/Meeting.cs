using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>A meeting about a case: whom it invites and what it decides. Owned by the agency that calls it.</summary>
public sealed class Meeting
{
    readonly List<Invitation> _invitations = [];
    readonly List<Decision> _decisions = [];

    Meeting()
    {
    }

    /// <summary>Identifies the meeting.</summary>
    public required MeetingId Id { get; init; }

    /// <summary>Case it is about.</summary>
    public required CaseId Case { get; init; }

    /// <summary>Kind of meeting.</summary>
    public required MeetingKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public MeetingState State { get; private set; }

    /// <summary>招集機関.</summary>
    public required AgencyId Convener { get; init; }

    /// <summary>Who called it.</summary>
    public required StaffId CalledBy { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How long it lasts, in minutes.</summary>
    public required int DurationMinutes { get; init; }

    /// <summary>場所, or the address of the online room.</summary>
    public required string? Place { get; init; }

    /// <summary>同意 by which it is held; null when it needs none, and when it was called before consents were recorded.</summary>
    public required Guid? ConsentId { get; init; }

    /// <summary>Day on which the person consented.</summary>
    public required DateOnly? ConsentDate { get; init; }

    /// <summary>Invited agencies, each once, in the order of invitation. The convener is not among them.</summary>
    public IReadOnlyList<Invitation> Invitations => _invitations;

    /// <summary>決定事項 in the order of recording.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>Number of the last event told of this meeting; 1 is its calling.</summary>
    public long Sequence { get; private set; }

    /// <summary>Version of the stored row; 0 until stored.</summary>
    public uint Version { get; private set; }

    /// <summary>Calls a meeting.</summary>
    /// <param name="id">Identity of the new meeting.</param>
    /// <param name="call">What is asked for.</param>
    /// <param name="versions">Versions of the meeting rules; the one in force on the day of the meeting counts.</param>
    /// <param name="staff">Who calls it.</param>
    /// <param name="convener">Agency of the caller.</param>
    /// <param name="now">Moment of calling.</param>
    /// <returns>The new meeting, at sequence 1.</returns>
    /// <exception cref="Refusal">
    /// STARTS_AT_NOT_IN_FUTURE, DURATION_OUT_OF_RANGE, MEETING_KIND_NOT_IN_FORCE, MEETING_PERSONAL_DATA, MEETING_CONVENER_NOT_PERMITTED,
    /// MEETING_CONSENT_MISSING, CONSENT_OTHER_PERSON, CONSENT_ENDED, CONSENT_RECIPIENT, CONVENER_INVITED.
    /// </exception>
    public static Meeting Call(
        MeetingId id, MeetingCall call, IReadOnlyCollection<MeetingRules> versions, StaffId staff, Convener convener, DateTimeOffset now)
    {
        if (call.StartsAt <= now) throw MeetingErrors.StartsNotInFuture();
        if (call.DurationMinutes is < MeetingCall.ShortestMinutes or > MeetingCall.LongestMinutes) throw MeetingErrors.DurationOutOfRange();
        RequireLawful(call, versions.InForce(JapanCalendar.DayOf(call.StartsAt)), convener);

        var meeting = new Meeting
        {
            Id = id,
            Case = call.Case,
            Kind = call.Kind,
            State = MeetingState.Called,
            Convener = convener.Agency,
            CalledBy = staff,
            StartsAt = call.StartsAt,
            DurationMinutes = call.DurationMinutes,
            Place = call.Place,
            ConsentId = call.Consent?.Id,
            ConsentDate = call.Consent?.GivenOn,
            Sequence = 1,
        };
        _ = meeting.AddInvitations(call.Agencies, now);
        return meeting;
    }

    /// <summary>Invites further agencies; one already invited stays invited once.</summary>
    /// <param name="agencies">Agencies to invite; the agency directory knows each.</param>
    /// <param name="consent">The consent by which it is held, as it stands now; null when it is held by none.</param>
    /// <param name="now">Moment of invitation.</param>
    /// <returns>Those that were not invited before; when there are none, nothing changed.</returns>
    /// <exception cref="Refusal">MEETING_CANCELLED, CONSENT_ENDED, CONVENER_INVITED.</exception>
    public IReadOnlyList<AgencyId> Invite(IReadOnlyList<AgencyId> agencies, Consent? consent, DateTimeOffset now)
    {
        RequireNotCancelled();
        if (consent?.IsLive(now > StartsAt ? now : StartsAt) is false) throw ConsentErrors.Ended();
        var added = AddInvitations(agencies, now);
        if (added.Count > 0) Sequence++;
        return added;
    }

    /// <summary>Records a decision; with the first one the meeting counts as held.</summary>
    /// <param name="decision">The decision.</param>
    /// <exception cref="Refusal">MEETING_CANCELLED, RESPONSIBLE_AGENCY_NOT_INVITED.</exception>
    public void Record(Decision decision)
    {
        RequireNotCancelled();
        if (!Attends(decision.ResponsibleAgency)) throw MeetingErrors.ResponsibleNotInvited();
        _decisions.Add(decision);
        State = MeetingState.Held;
        Sequence++;
    }

    /// <summary>Calls the meeting off.</summary>
    /// <exception cref="Refusal">MEETING_CANCELLED, MEETING_ALREADY_HELD.</exception>
    public void Cancel()
    {
        RequireNotCancelled();
        if (State is MeetingState.Held) throw MeetingErrors.AlreadyHeld();
        State = MeetingState.Cancelled;
        Sequence++;
    }

    static void RequireLawful(MeetingCall call, MeetingRules? rules, Convener convener)
    {
        if (rules is null) throw MeetingErrors.KindNotInForce();
        if (rules.Objection(call.Kind, convener, call.Consent is not null) is { } refusal) throw refusal;
        call.Consent?.Require(new(null, call.Case.Value), ConsentRecipient.OfMeeting, call.StartsAt);
    }

    bool Attends(AgencyId agency) => agency == Convener || IsInvited(agency);

    bool IsInvited(AgencyId agency) => _invitations.Exists(invitation => invitation.Agency == agency);

    List<AgencyId> AddInvitations(IReadOnlyList<AgencyId> agencies, DateTimeOffset now)
    {
        if (agencies.Contains(Convener)) throw MeetingErrors.ConvenerInvited();
        List<AgencyId> added = [.. agencies.Distinct().Where(agency => !IsInvited(agency))];
        _invitations.AddRange(added.Select(agency => new Invitation(agency, now)));
        return added;
    }

    void RequireNotCancelled()
    {
        if (State is MeetingState.Cancelled) throw MeetingErrors.Cancelled();
    }
}
