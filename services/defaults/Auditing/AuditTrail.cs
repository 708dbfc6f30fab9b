using System.Collections;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>What one call puts on record.</summary>
/// <param name="rule">Rule of its method.</param>
/// <param name="service">This service.</param>
/// <param name="context">The call.</param>
/// <param name="clock">Time.</param>
sealed class AuditTrail(MethodRule rule, string service, ServerCallContext context, TimeProvider clock)
{
    // As the grant's own operations call it in their subjects.
    const string GrantKind = "grant";
    static readonly object Key = new();
    bool added;

    /// <summary>The request; the first one of a stream.</summary>
    public IMessage? Request { get; set; }

    /// <summary>True once a transaction with a leaf of this call is committed.</summary>
    public bool Written { get; private set; }

    /// <summary>True when calls of this method are put on record.</summary>
    public bool Audited => rule.Audited;

    /// <summary>The trail of the call that is being served.</summary>
    public static AuditTrail? Of(ServerCallContext context) =>
        context.UserState.TryGetValue(Key, out var trail) ? (AuditTrail)trail : null;

    public static AuditTrail Begin(ServerCallContext context, MethodRule rule, ServiceName service, TimeProvider clock)
    {
        var trail = new AuditTrail(rule, service.Value, context, clock);
        context.UserState[Key] = trail;
        return trail;
    }

    /// <summary>A transaction begins: what an earlier one added is gone, unless it was committed.</summary>
    public void Begins() => added = false;

    /// <summary>The transaction is committed.</summary>
    public void Commits() => Written |= added;

    /// <summary>The leaf for an answer, to be added to the transaction that gives it.</summary>
    /// <param name="outcome">Outcome.</param>
    /// <param name="answer">A message, several, or null when there is none.</param>
    /// <exception cref="InvalidOperationException">The answer is not of the contract, so its subjects cannot be read.</exception>
    public AuditLeaf Leaf(string outcome, object? answer)
    {
        IMessage[] answers = answer switch
        {
            null => [],
            IMessage message => [message],
            IEnumerable many => [.. many.Cast<IMessage>()],
            _ => throw new InvalidOperationException($"{context.Method} is audited, but {answer.GetType().Name} is no message."),
        };
        var answered = outcome is AuditLeaf.Ok or AuditLeaf.Repeated;
        var verdict = RowTrail.Find(context)?.Verdict;
        added = true;
        return AuditLeaf.Of(
            service,
            context.Method,
            context.GetCaller(),
            clock.GetUtcNow(),
            answered ? AuditBasis.Of(rule.Option.Rows, verdict) : [],
            outcome,
            [.. Subjects(answers, answered && verdict is { Shows: true } ? verdict.Grants : [])]);
    }

    SortedSet<string> Subjects(IMessage[] answers, IReadOnlyList<Grant> used)
    {
        var subjects = new SortedSet<string>(used.SelectMany(Named), StringComparer.Ordinal);
        foreach (var path in rule.Subjects)
        {
            if (!path.InRequest)
                subjects.UnionWith(answers.SelectMany(path.Read));
            else if (Request is not null)
                subjects.UnionWith(path.Read(Request));
        }

        return subjects;
    }

    // What a grant opened that nobody gave is to be told from what was given.
    static IEnumerable<string> Named(Grant grant) => grant.SourceKind == GrantSource.BreakGlassKind
        ? [$"{GrantKind}:{grant.Id}", $"{GrantSource.BreakGlassKind}:{grant.SourceId}"]
        : [$"{GrantKind}:{grant.Id}"];
}
