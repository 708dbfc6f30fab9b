namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>A probe service that signs and copies its checkpoints.</summary>
public sealed class SignedServed : Served
{
    public AuditPlace Place { get; } = new();

    public string PublicKey { get; private set; } = "";

    protected override (string Key, string? Value)[] More
    {
        get
        {
            (var key, PublicKey) = Place.NewKey();
            return Place.Settings(key);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Place.Dispose();
    }
}
