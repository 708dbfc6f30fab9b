using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>A running probe service with its database and an issuer, without a broker.</summary>
public class Served : IAsyncLifetime
{
    public Servers Servers { get; } = new();

    public Issuer Issuer { get; private set; } = null!;

    public ProbeHost Host { get; private set; } = null!;

    public Calls Calls { get; private set; } = null!;

    /// <summary>Settings beyond those of every probe service.</summary>
    protected virtual (string Key, string? Value)[] More => [];

    public virtual async ValueTask InitializeAsync()
    {
        await Servers.InitializeAsync();
        Issuer = await Issuer.StartAsync();
        Host = await ProbeHost.StartAsync(Servers.Settings([("Identity:Authority", Issuer.Authority), .. More]));
        Calls = new(Host.GrpcAddress);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Calls.Dispose();
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
        await Servers.DisposeAsync();
    }
}
