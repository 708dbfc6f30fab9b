using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Notifications;
using Tsunagu.Notifications.Data;
using Tsunagu.Notifications.Messaging;
using Tsunagu.Notifications.Watching;
using Tsunagu.Notifications.Webhooks;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("notification");
builder.AddServiceDatabase<NotificationDbContext>("notification-db");
builder.AddMessaging<NotificationDbContext>(MessagingSetup.Configure);
builder.AddServiceClient<SubscriptionService.SubscriptionServiceClient>("referral");
builder.AddWatching();
builder.AddWebhooks();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcService<NotificationRpc>();
await app.RunServiceAsync();
