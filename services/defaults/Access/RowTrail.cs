using Grpc.Core;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>What was decided about the rows of one call, so that its answer shows no more than that.</summary>
/// <param name="rule">Rule of its method.</param>
/// <param name="directory">Who is who, and what each legal basis carries.</param>
/// <param name="clock">Time.</param>
sealed class RowTrail(RowRule rule, StaffDirectory directory, TimeProvider clock)
{
    static readonly object Key = new();

    /// <summary>Rule of the method.</summary>
    public RowRule Rule => rule;

    /// <summary>By which grants carry.</summary>
    public StaffDirectory Directory => directory;

    /// <summary>Time by which grants are live.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The decision; null until a row was looked at.</summary>
    public RowVerdict? Verdict { get; set; }

    public static RowTrail Begin(ServerCallContext context, MethodRule rule, StaffDirectory directory, TimeProvider clock)
    {
        var trail = new RowTrail(rule.Option.Rows, directory, clock);
        context.UserState[Key] = trail;
        return trail;
    }

    /// <summary>The trail of the call that is being served; null when it was not admitted yet.</summary>
    public static RowTrail? Find(ServerCallContext context) =>
        context.UserState.TryGetValue(Key, out var trail) ? (RowTrail)trail : null;

    /// <exception cref="InvalidOperationException">No row is decided about outside a call that was admitted.</exception>
    public static RowTrail Of(ServerCallContext context) =>
        Find(context) ?? throw new InvalidOperationException($"{context.Method} decides about rows before it was admitted.");
}
