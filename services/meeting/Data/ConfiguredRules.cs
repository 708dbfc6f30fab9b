using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults;

namespace Tsunagu.Meetings.Data;

/// <summary>
/// Meeting rules as installations may still have them in their configuration, from the time before there were versions: lines that say from which day on a
/// kind of meeting needs consent. They are read once, so that an upgrade changes nothing that the city had decided.
/// </summary>
static class ConfiguredRules
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "MeetingRules";

    // What the settings that came with the program said then. A city wrote down only what it changed or added, by the place of the line.
    static readonly Dictionary<string, string?> CameWithProgram = new()
    {
        [$"{Section}:0:Kind"] = "SupportConference",
        [$"{Section}:0:From"] = "2021-04-01",
        [$"{Section}:0:ConsentRequired"] = "false",
        [$"{Section}:1:Kind"] = "MultilayeredSupportConference",
        [$"{Section}:1:From"] = "2021-04-01",
        [$"{Section}:1:ConsentRequired"] = "true",
        [$"{Section}:2:Kind"] = "SupporterConference",
        [$"{Section}:2:From"] = "2021-04-01",
        [$"{Section}:2:ConsentRequired"] = "false",
        [$"{Section}:3:Kind"] = "InternalLiaison",
        [$"{Section}:3:From"] = "2021-04-01",
        [$"{Section}:3:ConsentRequired"] = "false",
    };

    /// <summary>True when the configuration has such lines.</summary>
    public static bool AreIn(IConfiguration configuration) => configuration.GetSection(Section).Exists();

    /// <summary>The lines as versions: one for each day on which a line begins, with what was in force of every kind from that day on.</summary>
    /// <param name="configuration">Has such lines.</param>
    /// <param name="defaults">What the lines do not say.</param>
    /// <param name="now">Now.</param>
    /// <returns>Oldest first. A kind that had not begun has nobody who may call it.</returns>
    /// <exception cref="BootException">A line that cannot be read, or two of one kind and day.</exception>
    public static IReadOnlyList<MeetingRules> Read(IConfiguration configuration, DefaultRules defaults, DateTimeOffset now)
    {
        var lines = Lines(configuration);
        return [.. lines.Select(line => line.From).Distinct().Order().Select((day, index) => MeetingRules.Begin(
            index + 1, day, defaults.Rules.Select(rule => RuleOn(day, rule, lines).ToDomain()), now))];
    }

    static DefaultRules.Entry RuleOn(DateOnly day, DefaultRules.Entry rule, IEnumerable<Line> lines) =>
        lines.Where(line => line.Kind == rule.Kind && line.From <= day).MaxBy(line => line.From) is { } line
            ? rule with { ConsentRequired = line.ConsentRequired }
            : rule with { ConvenerKinds = [], ConvenerAgencies = [] };

    static List<Line> Lines(IConfiguration configuration)
    {
        try
        {
            var whole = new ConfigurationBuilder().AddInMemoryCollection(CameWithProgram).AddConfiguration(configuration).Build();
            var lines = whole.GetSection(Section).Get<List<Line>>(binder => binder.ErrorOnUnknownConfiguration = true)!;
            return lines.GroupBy(line => (line.Kind, line.From)).FirstOrDefault(same => same.Count() > 1) is not { Key: var twice }
                ? lines
                : throw Unsound($"more than one rule for {twice.Kind} from {twice.From:yyyy-MM-dd}");
        }
        catch (InvalidOperationException e)
        {
            // The outer one says no more than that there is one.
            throw Unsound((e.InnerException ?? e).Message);
        }
    }

    static BootException Unsound(string fault) => new(
        $"{Section} of the configuration would become the first versions of the meeting rules, and cannot: {fault} "
        + $"Mend its lines; or remove {Section}, which begins with the rules that come with the program, and propose others by MeetingRulesService.");

    sealed record Line(MeetingKind Kind, DateOnly From, bool ConsentRequired);
}
