using Tsunagu.Households;
using Tsunagu.Households.Data;
using Tsunagu.Households.Messaging;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("household");
builder.AddServiceDatabase<HouseholdDbContext>("household-db");
builder.AddMessaging<HouseholdDbContext>(MessagingSetup.Configure);
builder.AddHouseholds();
var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcService<HouseholdRpc>();
app.MapGrpcService<LinkRpc>();
app.MapGrpcService<LifeEventRpc>();
app.MapGrpcService<SupportRpc>();
app.MapGrpcService<ResidentRecordRpc>();
await app.RunServiceAsync(SampleFeeds.LoadAsync);
