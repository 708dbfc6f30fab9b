using Microsoft.Extensions.Options;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Gives out states of the log, signed by the key of today: a key that is changed needs nothing signed anew.</summary>
sealed class CheckpointIssuer : IDisposable
{
    readonly string origin;
    readonly AuditCondition condition;

    public CheckpointIssuer(IOptions<AuditOptions> options, ServiceName service, AuditCondition condition)
    {
        origin = $"{options.Value.Origin}/{service.Value}";
        this.condition = condition;
        if (options.Value.SigningKey is { Length: > 0 } path)
            Key = CheckpointKey.Load(path);
        condition.Signs = Key is not null;
    }

    /// <summary>Null when none is configured.</summary>
    public CheckpointKey? Key { get; }

    /// <summary>The note of a state. Without signature when there is no key, and of a log that contradicts what was given out before: nobody can hold both.</summary>
    public string Issue(long size, byte[] root)
    {
        var checkpoint = new Checkpoint(origin, size, root);
        return Key is not null && condition.Contradiction is null ? Key.Sign(checkpoint) : $"{checkpoint.Text}\n";
    }

    public void Dispose() => Key?.Dispose();
}
