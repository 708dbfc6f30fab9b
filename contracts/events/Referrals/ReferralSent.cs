namespace Tsunagu.Contracts.Events.Referrals;

/// <summary>A referral was sent; the aggregate is the referral.</summary>
public sealed record ReferralSent : IIntegrationEvent
{
    /// <inheritdoc />
    public required Guid EventId { get; init; }

    /// <inheritdoc />
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc />
    public required Guid AggregateId { get; init; }

    /// <inheritdoc />
    public required long Sequence { get; init; }

    /// <summary>Case it is about, or null.</summary>
    public required Guid? CaseId { get; init; }

    /// <summary>Consultation it began with, or null.</summary>
    public required Guid? ConsultationId { get; init; }

    /// <summary>法的根拠 as the contract names it, such as <c>LEGAL_BASIS_CONSENT</c>.</summary>
    [Code]
    public required string LegalBasis { get; init; }

    /// <summary>Consent that it rests on; null for other bases, and when it was sent before consents were recorded.</summary>
    [AddedLater]
    public Guid? ConsentId { get; init; }

    /// <summary>Sending agency.</summary>
    [Code]
    public required string FromAgencyId { get; init; }

    /// <summary>Receiving agency.</summary>
    [Code]
    public required string ToAgencyId { get; init; }

    /// <summary>Staff member who did it.</summary>
    [Code]
    public required string StaffId { get; init; }
}
