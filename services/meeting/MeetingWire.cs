using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

/// <summary>Between the contract and the domain. Enum numbers agree on both sides.</summary>
static class MeetingWire
{
    /// <summary>Most agencies that one call may name.</summary>
    const int MostAgencies = 100;

    public static MeetingId ParseId(string value) => new(FieldParser.Uuid(value, "meeting_id"));

    public static MeetingCall Parse(Wire.CallMeetingRequest request) => new()
    {
        Case = new(FieldParser.Uuid(request.CaseId, "case_id")),
        Kind = FieldParser.Choice<MeetingKind>((int)request.Kind, "kind"),
        StartsAt = FieldParser.Time(request.StartsAt, "starts_at"),
        DurationMinutes = request.DurationMinutes,
        Place = FieldParser.Text(request.Place, "place", 200, required: false) is { Length: > 0 } place ? place : null,
        Agencies = ParseAgencies(request.AgencyIds),
    };

    public static Guid? ParseConsent(Wire.CallMeetingRequest request) => FieldParser.UuidOrNull(request.ConsentId, "consent_id");

    public static IReadOnlyList<AgencyId> ParseAgencies(IReadOnlyCollection<string> values) => values.Count <= MostAgencies
        ? [.. values.Select(value => new AgencyId(FieldParser.Code(value, "agency_ids")))]
        : throw WireErrors.Field("agency_ids", $"一度に指定できる機関は{MostAgencies}件までです。");

    public static Wire.Meeting ToWire(Meeting from) => new()
    {
        MeetingId = from.Id.Value.ToString(),
        CaseId = from.Case.Value.ToString(),
        Kind = (Wire.MeetingKind)from.Kind,
        State = (Wire.MeetingState)from.State,
        ConvenerAgencyId = from.Convener.Value,
        StartsAt = from.StartsAt.ToTimestamp(),
        DurationMinutes = from.DurationMinutes,
        Place = from.Place ?? "",
        Invitations = { from.Invitations.OrderBy(i => i.InvitedAt).ThenBy(i => i.Agency.Value, StringComparer.Ordinal).Select(ToWire) },
        Decisions = { from.Decisions.OrderBy(d => d.RecordedAt).ThenBy(d => d.Id.Value).Select(ToWire) },
        ConsentId = from.ConsentId?.ToString() ?? "",
        ConsentDate = Text(from.ConsentDate),
        Version = Version.Of(from.Version),
    };

    static Wire.Invitation ToWire(Invitation from) => new() { AgencyId = from.Agency.Value, InvitedAt = from.InvitedAt.ToTimestamp() };

    static Wire.Decision ToWire(Decision from) => new()
    {
        DecisionId = from.Id.Value.ToString(),
        Text = from.Text,
        ResponsibleAgencyId = from.ResponsibleAgency.Value,
        DueDate = Text(from.DueDate),
        RecordedAt = from.RecordedAt.ToTimestamp(),
        RecordedByStaffId = from.RecordedBy.Value,
    };

    static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
