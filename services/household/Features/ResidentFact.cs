using Tsunagu.Households.Data;

namespace Tsunagu.Households;

/// <summary>A person of the register, as the register told, with where that comes from.</summary>
sealed record ResidentFact(Guid Id, string Number, ResidentContent Content, string FileName);
