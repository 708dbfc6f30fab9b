using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Meetings;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Messaging;
using Tsunagu.Meetings.Neighbours;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("meeting");
builder.AddServiceDatabase<MeetingDbContext>("meeting-db", GrantSetup.Configure);
builder.AddMessaging<MeetingDbContext>(MessagingSetup.Configure);
builder.AddServiceClient<IntakeService.IntakeServiceClient>("intake");
builder.AddServiceClient<DirectoryService.DirectoryServiceClient>("referral");
builder.AddIntakeConsents();
builder.Services.AddMemoryCache();
builder.Services.AddScoped<CaseRegister>();
builder.Services.AddScoped<AgencyDirectory>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGrpcService<MeetingRpc>();
app.MapGrpcService<MeetingRulesRpc>();
await app.RunServiceAsync(MeetingRulesStart.RunAsync);
