using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

/// <summary>Between the contract and the domain, for the meeting rules. Enum numbers agree on both sides.</summary>
static class MeetingRulesWire
{
    /// <summary>Rules of which every agency that they name is known.</summary>
    /// <exception cref="Refusal">FIELD_INVALID, MEETING_RULES_AGENCY_UNKNOWN.</exception>
    public static IReadOnlyList<MeetingRule> Parse(IEnumerable<Wire.MeetingRule> rules, StaffDirectory directory)
    {
        IReadOnlyList<MeetingRule> parsed = [.. rules.Select(Parse)];
        return parsed.SelectMany(rule => rule.ConvenerAgencies).All(code => directory.Current.Agencies.ContainsKey(new(code)))
            ? parsed
            : throw MeetingErrors.RulesAgencyUnknown();
    }

    public static Wire.MeetingRules From(MeetingRules version) => RulesWire.Describe(
        new Wire.MeetingRules { Rules = { version.Rules.OrderBy(rule => rule.Kind).Select(From) }, State = (Wire.MeetingRulesState)version.State }, version);

    public static Wire.PreviewMeetingRulesResponse From(MeetingRulesPreview preview) => new()
    {
        Refused = { preview.Refused.Select(one => new Wire.RefusedMeetings { Kind = (Wire.MeetingKind)one.Kind, Code = one.Code, Count = one.Count }) },
        OpenedKinds = { preview.Opened.Select(kind => (Wire.MeetingKind)kind) },
        ClosedKinds = { preview.Closed.Select(kind => (Wire.MeetingKind)kind) },
    };

    static MeetingRule Parse(Wire.MeetingRule rule) => new()
    {
        Kind = FieldParser.Choice<MeetingKind>((int)rule.Kind, "rules.kind"),
        ConsentRequired = rule.ConsentRequired,
        PersonalData = rule.PersonalData,
        ConvenerKinds = [.. rule.ConvenerKinds.Distinct().Order().Select(CodeOf)],
        ConvenerAgencies = rule.ConvenerAgencyIds.Count <= MeetingRule.MostConveners
            ? [.. rule.ConvenerAgencyIds.Select(id => FieldParser.Code(id, "rules.convener_agency_ids")).Distinct().Order(StringComparer.Ordinal)]
            : throw WireErrors.Field("rules.convener_agency_ids", $"一度に指定できる機関は{MeetingRule.MostConveners}件までです。"),
    };

    static Wire.MeetingRule From(MeetingRule rule) => new()
    {
        Kind = (Wire.MeetingKind)rule.Kind,
        ConsentRequired = rule.ConsentRequired,
        PersonalData = rule.PersonalData,
        ConvenerKinds = { rule.ConvenerKinds.Select(AgencyKindCodes.KindOf) },
        ConvenerAgencyIds = { rule.ConvenerAgencies },
    };

    static string CodeOf(AgencyKind kind) => AgencyKindCodes.Find(kind) ?? throw WireErrors.Field("rules.convener_kinds", "指定できない値です。");
}
