using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults;

namespace Tsunagu.Meetings;

static class MeetingRulesSetup
{
    const string Section = "MeetingRules";

    /// <summary>Adds the rule table of the configuration; the service does not start with an unsound one.</summary>
    public static void AddMeetingRules(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => Read(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddHostedService<MeetingRulesCheck>();
    }

    /// <exception cref="BootException">A kind without rule, two rules of one day, or an entry that cannot be read.</exception>
    internal static MeetingRules Read(IConfiguration configuration)
    {
        try
        {
            var entries = configuration.GetSection(Section).Get<List<MeetingRule>>(binder => binder.ErrorOnUnknownConfiguration = true);
            return MeetingRules.Create(entries ?? [], out var faults) ?? throw new BootException($"{Section}: {string.Join("; ", faults)}.");
        }
        catch (InvalidOperationException e)
        {
            throw new BootException($"{Section}: {e.Message}");
        }
    }
}
