using Tsunagu.Households.Linking;

namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>A record without a key with the resident it is about; null for somebody who is none.</summary>
sealed record KeylessRecord(PersonDescription Description, Guid? Truth, string Noise);
