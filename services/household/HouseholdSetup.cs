using Grpc.AspNetCore.Server;
using Tsunagu.Households.Data;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Flags;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.LifeEvents;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Records;
using Tsunagu.Households.Searching;
using Tsunagu.ServiceDefaults;

namespace Tsunagu.Households;

/// <summary>Adds what this service is made of.</summary>
static class HouseholdSetup
{
    public static void AddHouseholds(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<FeedOptions>().BindConfiguration(FeedOptions.Section);
        builder.Services.AddSingleton<FeedLibrary>();
        builder.Services.AddSingleton<ImportRunner>();
        builder.Services.AddSingleton<RightOfWay>();
        builder.Services.AddSingleton<RightOfWayInterceptor>();
        builder.Services.Configure<GrpcServiceOptions>(options => options.Interceptors.Add<RightOfWayInterceptor>());
        builder.Services.AddHostedService<ImportSweep>();
        builder.Services.AddHostedService<ReleaseLoop>();
        builder.Services.AddDocument<FlagRules>(new("job:flag-rules", "Flags/default-rules.json"));
        builder.Services.AddHostedService<SearchIndexing>();
        builder.Services.AddHostedService<DropWatch>();
        builder.Services.AddSchedule<HouseholdDbContext, LinkingJob>();
        builder.Services.AddDocument<ProcedureTable>(new("job:procedure-table", "LifeEvents/default-procedures.json"));
        builder.Services.AddSchedule<HouseholdDbContext, LifeEventsJob>();
        builder.Services.AddOptions<RecordOptions>().BindConfiguration(RecordOptions.Section);
        builder.Services.AddSingleton<FileStore>();
        builder.Services.AddOptions<ProtectionOptions>().BindConfiguration(ProtectionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<ProtectionWatching>();
    }
}
