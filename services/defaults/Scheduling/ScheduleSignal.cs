using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Scheduling;

/// <summary>Wakes whoever does what is due.</summary>
sealed class ScheduleSignal : CommitSignal;
