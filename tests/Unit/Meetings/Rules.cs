using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Unit.Meetings;

/// <summary>Meeting rules that tests start from.</summary>
static class Rules
{
    public static readonly DateOnly First = new(2021, 4, 1);
    public static readonly Convener Welfare = new(new("welfare"), "city_department");
    public static readonly Convener Council = new(new("shakyo"), "social_welfare_council");
    public static readonly Convener Npo = new(new("npo-1"), "npo");
    public static readonly Convener Unknown = new(new("nobody"), null);

    /// <summary>What a new installation begins with.</summary>
    public static DefaultRules Defaults { get; } = DefaultRules.Read(File.ReadAllText(Repository.PathOf("services/meeting/Rules/default-meeting-rules.json")));

    /// <summary>One version from a day on: what a new installation begins with, but for some kinds.</summary>
    public static MeetingRules From(DateOnly startsOn, params MeetingRule[] other) => MeetingRules.Begin(
        1, startsOn, [.. other, .. Defaults.Rules.Select(entry => entry.ToDomain()).Where(rule => !other.Any(one => one.Kind == rule.Kind))], default);

    /// <summary>A rule by which departments of the city call a meeting without consent, but for what is said.</summary>
    public static MeetingRule Rule(
        MeetingKind kind, bool consent = false, bool personalData = true, string[]? kinds = null, string[]? agencies = null) => new()
        {
            Kind = kind,
            ConsentRequired = consent,
            PersonalData = personalData,
            ConvenerKinds = kinds ?? ["city_department"],
            ConvenerAgencies = agencies ?? [],
        };

    public static string? Code(this MeetingRules rules, MeetingKind kind, Convener convener, bool consented = false) =>
        rules.Objection(kind, convener, consented)?.Code;
}
