using Tsunagu.Contracts.Households.V1;
using Tsunagu.Intake;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Messaging;
using Tsunagu.Intake.Neighbours;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("intake");
builder.AddServiceDatabase<IntakeDbContext>("intake-db", GrantSetup.Configure);
builder.AddMessaging<IntakeDbContext>(MessagingSetup.Configure);
builder.AddServiceClient<HouseholdService.HouseholdServiceClient>("household");
builder.Services.AddScoped<ResidentRegister>();
builder.Services.AddSingleton<ReferralGrants>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcService<IntakeRpc>();
await app.RunServiceAsync();
