using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagu.Referrals.Domain;

namespace Tsunagu.Referrals.Data;

/// <summary>The identity of a referral as a plain column.</summary>
sealed class ReferralIdConverter() : ValueConverter<ReferralId, Guid>(id => id.Value, value => new(value));
