using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>The five services around one issuer, alone on their broker: queues have one reader at a time.</summary>
public sealed class WallFixture : IAsyncLifetime
{
    readonly Dictionary<string, ServiceHost> _hosts = [];

    public static IReadOnlyList<string> Services => ["household", "intake", "referral", "meeting", "notification"];

    public TestSuite Suite { get; private set; } = null!;

    public ServiceHost this[string service] => _hosts[service];

    public async ValueTask InitializeAsync()
    {
        Suite = await TestSuite.StartAsync();
        foreach (var service in Services)
            _hosts[service] = await Suite.StartAsync(service);
    }

    public ValueTask DisposeAsync() => Suite.DisposeAsync();

    /// <summary>Calls of a staff member <c>{agency}-01</c> with a purpose, or with none.</summary>
    public Grpc.Core.CallInvoker As(string service, string agency, string role = "caseworker", string? purpose = "consultation") =>
        this[service].As(Suite.Issuer.ForStaff($"{agency}-01", agency, role), purpose);

    public static string NewAgency() => $"agency-{Guid.NewGuid():N}";
}
