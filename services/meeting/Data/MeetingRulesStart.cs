using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Data;

/// <summary>
/// Before the first call: meeting rules where there are none, those of the configuration if it has any, else those that come with the program. Once there are
/// some, neither is asked again. Replicas that start together take turns.
/// </summary>
static partial class MeetingRulesStart
{
    const string Principal = "job:meeting-rules-start";

    /// <summary>Runs once per start.</summary>
    /// <exception cref="BootException">The configuration has rules that cannot be read.</exception>
    public static Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().Stored();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MeetingRulesStart));
        return services.GetRequiredService<UnitOfWork<MeetingDbContext>>().RunAsAsync(Principal, EnsureAsync, ct);

        async Task EnsureAsync(MeetingDbContext db, CancellationToken token)
        {
            await db.HoldRulesAsync(token);
            if (await db.MeetingRules.AnyAsync(token))
            {
                if (ConfiguredRules.AreIn(configuration)) log.ConfigurationPassedOver(ConfiguredRules.Section);
                return;
            }

            var defaults = await DefaultRules.ReadAsync(token);
            db.AddRange(ConfiguredRules.AreIn(configuration) ? ConfiguredRules.Read(configuration, defaults, now) : [defaults.Begin(now)]);
            await db.SaveChangesAsync(token);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Section} of the configuration is not asked any more: the meeting rules are changed by MeetingRulesService. Remove it")]
    static partial void ConfigurationPassedOver(this ILogger log, string section);
}
