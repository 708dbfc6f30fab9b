using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Somebody tried to open a record so, whatever came of it; a row of <c>break_glass_attempts</c>.</summary>
sealed class BreakGlassAttempt
{
    public required StaffId Staff { get; init; }

    /// <summary>The call: its repeats are one attempt.</summary>
    public required Guid RequestId { get; init; }

    public required DateTimeOffset AttemptedAt { get; init; }
}
