using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>What one kind of meeting needs under a version of the meeting rules.</summary>
public sealed class MeetingRule
{
    /// <summary>Most agencies that one rule may name.</summary>
    public const int MostConveners = 100;

    /// <summary>Kind of meeting it is about.</summary>
    public required MeetingKind Kind { get; init; }

    /// <summary>True: such a meeting is called by a consent of the person.</summary>
    public required bool ConsentRequired { get; init; }

    /// <summary>True: it may treat personal data; false: it is about no case.</summary>
    public required bool PersonalData { get; init; }

    /// <summary>Kinds of agency, by code, whose agencies may call it, each once and in one order.</summary>
    public required IReadOnlyList<string> ConvenerKinds { get; init; }

    /// <summary>Agencies, by code, that may call it of whatever kind they are, each once and in one order.</summary>
    public required IReadOnlyList<string> ConvenerAgencies { get; init; }

    /// <summary>True when there is somebody who may call such a meeting about a case.</summary>
    public bool IsOpen => PersonalData && HasConvener;

    bool HasConvener => ConvenerKinds.Count + ConvenerAgencies.Count > 0;

    /// <summary>Why a meeting about a case may not be called under this rule.</summary>
    /// <param name="convener">Who calls it.</param>
    /// <param name="consented">True: it names a consent; whether that covers it is asked of the consent.</param>
    /// <returns>MEETING_KIND_NOT_IN_FORCE, MEETING_PERSONAL_DATA, MEETING_CONVENER_NOT_PERMITTED, MEETING_CONSENT_MISSING, or null when it may be called.</returns>
    public Refusal? Objection(Convener convener, bool consented) =>
        !HasConvener ? MeetingErrors.KindNotInForce()
        : !PersonalData ? MeetingErrors.PersonalData()
        : !IsConvenedBy(convener) ? MeetingErrors.ConvenerNotPermitted()
        : ConsentRequired && !consented ? MeetingErrors.ConsentMissing()
        : null;

    bool IsConvenedBy(Convener convener) =>
        ConvenerAgencies.Contains(convener.Agency.Value) || (convener.Kind is { } kind && ConvenerKinds.Contains(kind));
}
