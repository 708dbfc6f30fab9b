using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals;

/// <summary>A referral in a list: no words of the sheet are read.</summary>
sealed record ReferralRow(
    ReferralId Id,
    AgencyId From,
    AgencyId To,
    Domain.ReferralState State,
    DateTimeOffset? RespondBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public ReferralSummary ToWire(DateTimeOffset now) => new()
    {
        ReferralId = Id.Value.ToString(),
        FromAgencyId = From.Value,
        ToAgencyId = To.Value,
        State = ReferralCodes.From(State),
        RespondBy = RespondBy?.ToTimestamp(),
        Overdue = Deadline.IsOverdue(State, RespondBy, now),
        UpdatedAt = UpdatedAt.ToTimestamp(),
    };
}
