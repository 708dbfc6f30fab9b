using Tsunagu.Households.Data;

namespace Tsunagu.Households;

/// <summary>A record about a resident, as it was told, with whom it is about and where it comes from.</summary>
sealed record InvolvementFact(Guid ResidentId, string Role, string FeedId, InvolvementContent Content, string FileName);
