namespace Tsunagu.Households.Domain;

/// <summary>What an applied file came to. Ended: gone, or its end moved to today or before; changed: any other difference.</summary>
readonly record struct ImportCounts(int Good, int Rejected, int Unlinked, int Added, int Ended, int Changed);
