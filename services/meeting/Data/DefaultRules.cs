using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Rules;

namespace Tsunagu.Meetings.Data;

/// <summary>The meeting rules that come with the program: what a new installation begins with.</summary>
/// <param name="StartsOn">First day (Japan).</param>
/// <param name="Rules">One for each kind of meeting.</param>
sealed record DefaultRules(DateOnly StartsOn, IReadOnlyList<DefaultRules.Entry> Rules)
{
    const string Path = "Rules/default-meeting-rules.json";

    /// <summary>Reads the file that lies beside the program.</summary>
    /// <exception cref="BootException">It is unsound.</exception>
    public static async Task<DefaultRules> ReadAsync(CancellationToken ct) => Read(await RulesDocument.TextAsync(Path, ct));

    /// <exception cref="BootException">It is unsound.</exception>
    internal static DefaultRules Read(string text) => RulesDocument.Read<DefaultRules, DefaultRules>(text, "meeting rules", Sound);

    /// <summary>As the one version that there is at first.</summary>
    /// <param name="now">Now.</param>
    public MeetingRules Begin(DateTimeOffset now) => MeetingRules.Begin(1, StartsOn, Rules.Select(entry => entry.ToDomain()), now);

    static DefaultRules Sound(DefaultRules file)
    {
        _ = file.Begin(default);
        return file.Rules.SelectMany(entry => entry.ConvenerKinds).All(code => AgencyKindCodes.KindOf(code) > 0)
            ? file
            : throw new FormatException("A rule names a kind of agency that is not known.");
    }

    /// <summary>One rule of the file.</summary>
    public sealed record Entry(
        MeetingKind Kind, bool ConsentRequired, bool PersonalData, IReadOnlyList<string> ConvenerKinds, IReadOnlyList<string> ConvenerAgencies)
    {
        public MeetingRule ToDomain() => new()
        {
            Kind = Kind,
            ConsentRequired = ConsentRequired,
            PersonalData = PersonalData,
            ConvenerKinds = ConvenerKinds,
            ConvenerAgencies = ConvenerAgencies,
        };
    }
}
