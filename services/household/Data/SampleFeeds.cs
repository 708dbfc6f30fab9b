using System.Text.Json;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Data;

/// <summary>
/// Before the first call in development: definitions of the sample city, for feeds that have none. Elsewhere a service begins without feeds, and they are
/// defined over the API.
/// </summary>
static class SampleFeeds
{
    const string PathKey = "SampleData:Path";
    const string Folder = "feeds";

    /// <summary>Runs once per start; replicas that start together take turns.</summary>
    public static Task LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var sample = services.GetRequiredService<IConfiguration>()[PathKey];
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment() || string.IsNullOrEmpty(sample) || !Directory.Exists(Path.Combine(sample, Folder)))
            return Task.CompletedTask;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().Stored();
        return services.GetRequiredService<UnitOfWork<HouseholdDbContext>>()
            .RunAsAsync(FeedRevisions.Principal, (db, token) => LoadAsync(db, Path.Combine(sample, Folder), now, token), ct);
    }

    /// <summary>Adds the definitions of a folder: a file per feed, with its versions in order.</summary>
    public static async Task LoadAsync(HouseholdDbContext db, string folder, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file, ct));
            var version = 0;
            foreach (var one in document.RootElement.GetProperty("versions").EnumerateArray())
            {
                var definition = FeedDocument.Parse(one.GetProperty("definition").GetRawText());
                _ = FeedDocument.Require(definition, 1);
                if (version == 0 && await db.HoldFeedAsync(definition.FeedId, ct) > 0)
                    break;
                _ = db.AddRevision(definition, ++version, by: null, one.GetProperty("note").GetString() ?? "", now);
            }
        }
        _ = await db.SaveChangesAsync(ct);
    }
}
