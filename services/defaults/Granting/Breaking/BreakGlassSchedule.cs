namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>When the review of a broken glass is late.</summary>
static class BreakGlassSchedule
{
    /// <summary>Kind of its schedules.</summary>
    public const string Kind = "break-glass-review";
}
