using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>Somebody whom a lookup found.</summary>
sealed record Candidate(Guid Id, ResidentStatus Status, Searchable Resident);
