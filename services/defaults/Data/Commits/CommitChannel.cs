namespace Tsunagu.ServiceDefaults.Data;

/// <summary>A channel on which commits of this service's database tell their news; register it as a singleton.</summary>
/// <param name="Name">Name, as in <c>NOTIFY</c>: small letters and underscores.</param>
/// <param name="Heard">Is given the payload of each notification; returns at once.</param>
/// <param name="Missed">Is called when listening begins or begins again: there may be news that nobody heard.</param>
public sealed record CommitChannel(string Name, Action<string> Heard, Action Missed)
{
    /// <summary>A channel whose news wake a worker.</summary>
    /// <param name="name">Name of the channel.</param>
    /// <param name="signal">Wakes the worker.</param>
    public static CommitChannel Of(string name, CommitSignal signal) => new(name, _ => signal.Wake(), signal.Wake);
}
