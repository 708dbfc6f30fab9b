using Tsunagu.Households.Domain;

namespace Tsunagu.Households.LifeEvents;

/// <summary>A person of whom two registers tell differently.</summary>
/// <param name="ResidentId">The person.</param>
/// <param name="Born">Null when the register has no date that can be read.</param>
/// <param name="Before">Null when the register before did not hold the person.</param>
/// <param name="After">Null when the later one does not.</param>
sealed record RegisterDifference(Guid ResidentId, PartialDate? Born, RegisterRow? Before, RegisterRow? After)
{
    /// <summary>住民状態 in the last register that held the person, where the one before did not.</summary>
    public ResidentStatus? Earlier { get; init; }

    /// <summary>Was a resident and is one.</summary>
    public bool Stays => Before is { Current: true } && After is { Current: true };

    /// <summary>Was none and is one.</summary>
    public bool Comes => Before is not { Current: true } && After is { Current: true };

    /// <summary>The later register dates an event of this person, or none of anybody.</summary>
    public bool MayTellEvent => After is not null && (After.ChangedOn is null || After.ChangedOn != Before?.ChangedOn);
}
