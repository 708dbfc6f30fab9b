using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Webhooks;
using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

/// <summary>Referral, notification and a partner's receiver for the tests of a class.</summary>
public sealed class NotificationSuite : IAsyncLifetime
{
    public Suite Suite { get; private set; } = null!;

    public ServiceHost Host { get; private set; } = null!;

    public NotificationService.NotificationServiceClient Client { get; private set; } = null!;

    public WebhookReceiver Receiver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Receiver = await WebhookReceiver.StartAsync();
        Suite = await Suite.StartAsync();
        (Host, Client) = await Suite.StartNotificationAsync(("Webhooks:Timeout", "00:00:02"), ("Webhooks:Lease", "00:00:06"));
    }

    public async ValueTask DisposeAsync()
    {
        await Suite.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
