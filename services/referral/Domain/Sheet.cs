namespace Tsunagu.Referrals.Domain;

/// <summary>What the つなぐシート says. Personal data: read by the two agencies alone.</summary>
public sealed record Sheet
{
    /// <summary>つなぐ理由, 1 to 2,000 characters.</summary>
    public required string Purpose { get; init; }

    /// <summary>依頼したいこと, 1 to 2,000 characters.</summary>
    public required string Request { get; init; }

    /// <summary>これまでの対応, at most 2,000 characters.</summary>
    public required string AlreadyTried { get; init; }

    /// <summary>世帯像, at most 2,000 characters.</summary>
    public required string HouseholdPicture { get; init; }

    /// <summary>本人の希望, at most 2,000 characters.</summary>
    public required string PersonsWish { get; init; }

    /// <summary>根拠.</summary>
    public required LegalBasis LegalBasis { get; init; }

    /// <summary>同意 that it rests on; null for other bases, and in a draft that names none yet.</summary>
    public Guid? Consent { get; init; }

    /// <summary>連絡先 at the sending agency, at most 200 characters.</summary>
    public required string Contact { get; init; }
}
