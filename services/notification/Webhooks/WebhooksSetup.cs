using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Messaging;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>What deliveries need.</summary>
static class WebhooksSetup
{
    public static void AddWebhooks(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebhookOptions>()
            .Configure(options => options.AllowPrivateTargets = builder.Environment.IsDevelopment())
            .BindConfiguration(WebhookOptions.Section)
            .Validate(options => options.Timeout < options.Lease, "Webhooks:Lease must be longer than Webhooks:Timeout.")
            .Validate(options => options.Parallel > 0 && options.ParallelPerSubscription > 0, "Webhooks:Parallel* must be at least 1.")
            .ValidateOnStart();
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<DeliverySignal>();
        builder.Services.AddSingleton(services => CommitChannel.Of(Channels.Deliveries, services.GetRequiredService<DeliverySignal>()));
        builder.Services.AddSingleton<DeliveryQueue>();
        builder.Services.AddSingleton<DeliveryTargets>();
        builder.Services.AddSingleton<WebhookClient>();
        builder.Services.AddSingleton<DeliverySender>();
        builder.Services.AddSingleton<ReferralNews>();
        builder.Services.AddHostedService<DeliveryWorker>();
        builder.Services.AddHostedService<BacklogWatch>();
    }
}
