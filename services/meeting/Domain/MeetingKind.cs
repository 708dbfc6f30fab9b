namespace Tsunagu.Meetings.Domain;

/// <summary>Kinds of meeting; <see cref="MeetingRules"/> say what each needs. Numbers are those of the contract.</summary>
public enum MeetingKind
{
    /// <summary>支援会議 (社会福祉法106条の6).</summary>
    SupportConference = 1,

    /// <summary>重層的支援会議.</summary>
    MultilayeredSupportConference = 2,

    /// <summary>支援者サポート会議.</summary>
    SupporterConference = 3,

    /// <summary>庁内連携会議.</summary>
    InternalLiaison = 4,
}
