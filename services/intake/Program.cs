using Tsunagu.Contracts.Households.V1;
using Tsunagu.Intake;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Messaging;
using Tsunagu.Intake.Neighbours;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("intake");
builder.AddServiceDatabase<IntakeDbContext>("intake-db", GrantSetup.Configure);
builder.AddMessaging<IntakeDbContext>(MessagingSetup.Configure);
builder.AddServiceClient<HouseholdService.HouseholdServiceClient>("household");
builder.Services.AddScoped<ResidentRegister>();
builder.Services.AddSingleton<ReferralGrants>();
builder.Services.AddSingleton<ConsentRegister, OwnConsents>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcService<IntakeRpc>();
app.MapGrpcService<ConsentRpc>();
await app.RunServiceAsync();
