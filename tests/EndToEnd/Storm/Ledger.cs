using System.Collections.Concurrent;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>What was acknowledged, as the callers noted it, and what came out otherwise than it must.</summary>
sealed class Ledger
{
    readonly ConcurrentQueue<Passed> referrals = new();
    readonly ConcurrentQueue<string> consultations = new();
    readonly ConcurrentQueue<(string Id, string Invited)> meetings = new();
    readonly ConcurrentQueue<string> faults = new();
    int commands;

    public IReadOnlyCollection<Passed> Referrals => referrals;

    /// <summary>consultation_ids, each with a case.</summary>
    public IReadOnlyCollection<string> Consultations => consultations;

    /// <summary>meeting_ids, each with one agency invited and one decision.</summary>
    public IReadOnlyCollection<(string Id, string Invited)> Meetings => meetings;

    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Commands that were answered, refusals included.</summary>
    public int Commands => commands;

    public void Pass(Passed referral) => referrals.Enqueue(referral);

    public void Record(string consultation) => consultations.Enqueue(consultation);

    public void Meet(string meeting, string invited) => meetings.Enqueue((meeting, invited));

    public void Answered() => Interlocked.Increment(ref commands);

    public void Fault(string what) => faults.Enqueue(what);
}
