using Tsunagu.Referrals;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Messaging;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("referral");
builder.AddServiceDatabase<ReferralDbContext>("referral-db", GrantSetup.Configure);
builder.AddMessaging<ReferralDbContext>(MessagingSetup.Configure);
builder.Services.AddOptions<FirstAdministrator>().BindConfiguration(FirstAdministrator.Section);
builder.AddIntakeConsents();
builder.Services.AddHostedService<DirectoryHeartbeat>();
builder.Services.AddSchedule<ReferralDbContext, ReferralDeadline>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcService<ReferralRpc>();
app.MapGrpcService<DirectoryRpc>();
app.MapGrpcService<SubscriptionRpc>();
app.MapGrpcService<SharingRulesRpc>();
await app.RunServiceAsync(DirectoryStart.RunAsync);
