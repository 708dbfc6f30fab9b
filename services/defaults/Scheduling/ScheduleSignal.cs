using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.ServiceDefaults.Scheduling;

/// <summary>Wakes whoever does what is due.</summary>
sealed class ScheduleSignal : CommitSignal;
