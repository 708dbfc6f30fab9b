namespace Tsunagu.Notifications.Domain;

/// <summary>What a line of an inbox is about.</summary>
public enum InboxKind
{
    /// <summary>A referral was sent to the agency.</summary>
    ReferralSent,

    /// <summary>The agency's referral was received.</summary>
    ReferralReceived,

    /// <summary>The agency's referral was accepted.</summary>
    ReferralAccepted,

    /// <summary>The agency's referral came back for mending.</summary>
    ReferralReturned,

    /// <summary>The agency's referral was declined.</summary>
    ReferralDeclined,

    /// <summary>The agency's referral was completed.</summary>
    ReferralCompleted,

    /// <summary>A referral that the agency sent or received waits for its answer past the deadline.</summary>
    ReferralOverdue,

    /// <summary>A desk of the agency recorded a consultation.</summary>
    ConsultationRecorded,

    /// <summary>A consultation of the agency was linked to a resident.</summary>
    ConsultationLinked,

    /// <summary>A case was opened at the agency.</summary>
    CaseOpened,

    /// <summary>A case was given to the staff member.</summary>
    CaseAssigned,

    /// <summary>The agency is invited to a meeting.</summary>
    MeetingCalled,

    /// <summary>A meeting the agency was invited to will not be held.</summary>
    MeetingCancelled,

    /// <summary>A meeting decided something the agency carries out.</summary>
    MeetingDecisionRecorded,

    /// <summary>A service set a message aside; told to administrators.</summary>
    MessageParked,

    /// <summary>Somebody opened a record of the agency in an emergency; told to its coordinators and managers, who review it.</summary>
    BreakGlassOpened,

    /// <summary>A staff member of the agency opened a record of another one in an emergency; told to its managers.</summary>
    BreakGlassUsed,

    /// <summary>Nobody reviewed in time that a record was opened in an emergency; told to managers of its owner, administrators and auditors.</summary>
    BreakGlassOverdue,

    /// <summary>That a record was opened in an emergency was found unjustified; told to managers of who opened it and administrators.</summary>
    BreakGlassUnjustified,

    /// <summary>Somebody asks to see a hidden resident's whereabouts; told to those of the city who may open it.</summary>
    RevealRequested,

    /// <summary>The whereabouts of a hidden resident were opened to a staff member: the alert for managers and administrators.</summary>
    RevealAlerted,

    /// <summary>The whereabouts that the staff member asked for are open.</summary>
    RevealOpened,

    /// <summary>The whereabouts that the staff member asked for stay hidden.</summary>
    RevealRejected,

    /// <summary>Protective measures end soon or are expired, and wait for a decision.</summary>
    ProtectionsDue,
}
