using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>One referral service for the tests of a class.</summary>
public sealed class ReferralSuite : IAsyncLifetime
{
    public Suite Suite { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Suite = await Suite.StartAsync();

    public ValueTask DisposeAsync() => Suite.DisposeAsync();
}
