using Tsunagu.Households.Data;
using Tsunagu.Households.Flags;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.LifeEvents;
using Tsunagu.Households.Linking;
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
        builder.Services.AddHostedService<ImportSweep>();
        builder.Services.AddHostedService<ReleaseLoop>();
        builder.Services.AddSingleton<FlagRulesCache>();
        builder.Services.AddHostedService<FlagRulesStart>();
        builder.Services.AddHostedService<SearchIndexing>();
        builder.Services.AddHostedService<DropWatch>();
        builder.Services.AddSchedule<HouseholdDbContext, LinkingJob>();
        builder.Services.AddSingleton<ProcedureTables>();
        builder.Services.AddHostedService<ProcedureTableStart>();
        builder.Services.AddSchedule<HouseholdDbContext, LifeEventsJob>();
        builder.Services.AddOptions<RecordOptions>().BindConfiguration(RecordOptions.Section);
        builder.Services.AddSingleton<FileStore>();
    }
}
