namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Acts that were sealed are not in the log any more.</summary>
/// <param name="range">Among these, counted from 0.</param>
sealed class AuditBrokenException(MerkleRange range) : Exception($"Acts {range.Start + 1} to {range.End} are not all in the log.");
