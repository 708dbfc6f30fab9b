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
}
