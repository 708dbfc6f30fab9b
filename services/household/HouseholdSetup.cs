using Tsunagu.Households.Data;
using Tsunagu.Households.Flags;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Searching;
using Tsunagu.ServiceDefaults;

namespace Tsunagu.Households;

/// <summary>Adds what this service is made of.</summary>
static class HouseholdSetup
{
    public static void AddHouseholds(this IHostApplicationBuilder builder)
    {
        var folder = builder.Configuration["Feeds:Path"] ?? Path.Combine(AppContext.BaseDirectory, "Feeds");
        // Read now: a layout that is not sound must stop the start, not the first import.
        builder.Services.AddSingleton(FeedCatalog.Load(folder));
        builder.Services.AddSingleton<ImportRunner>();
        builder.Services.AddHostedService<ImportSweep>();
        builder.Services.AddSingleton<FlagRulesCache>();
        builder.Services.AddHostedService<FlagRulesStart>();
        builder.Services.AddHostedService<SearchIndexing>();
        builder.Services.AddSchedule<HouseholdDbContext, LinkingJob>();
    }
}
