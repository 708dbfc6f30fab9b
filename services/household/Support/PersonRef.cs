namespace Tsunagu.Households.Support;

/// <summary>A resident, or a person outside the register.</summary>
/// <param name="Id">Of the resident, or of the fact that describes the person.</param>
/// <param name="Registered">True for a resident.</param>
readonly record struct PersonRef(Guid Id, bool Registered);
