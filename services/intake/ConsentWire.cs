using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Intake;

/// <summary>Between the contract of consents and the domain. Enum numbers agree on both sides.</summary>
static class ConsentWire
{
    const int NameMax = 100;
    const int WordsMax = 1000;
    const int AgenciesMax = 100;
    const int PurposesMax = 20;

    public static ConsentId ParseId(string value) => new(FieldParser.Uuid(value, "consent_id"));

    public static string ParseReason(string value) => FieldParser.Text(value, "reason", WordsMax, required: true);

    /// <exception cref="Refusal">FIELD_INVALID.</exception>
    public static ConsentTerms Parse(Wire.RecordConsentRequest request)
    {
        if (request.AgencyIds.Count > AgenciesMax) throw WireErrors.Field("agency_ids", $"{AgenciesMax}件以内で指定してください。");
        if (request.Purposes.Count is 0 or > PurposesMax) throw WireErrors.Field("purposes", $"利用目的を1件以上{PurposesMax}件以内で指定してください。");
        return new()
        {
            Giver = FieldParser.Choice<ConsentGiver>((int)request.Giver, "giver"),
            RepresentativeName = FieldParser.Text(request.RepresentativeName, "representative_name", NameMax, required: false),
            Form = FieldParser.Choice<ConsentForm>((int)request.Form, "form"),
            Agencies = [.. request.AgencyIds.Select(code => new AgencyId(FieldParser.Code(code, "agency_ids")))],
            AgencyKinds = [.. request.AgencyKinds.Select(kind => AgencyKindCodes.Find(kind) ?? throw WireErrors.Field("agency_kinds", "指定できない値です。"))],
            Meetings = request.Meetings,
            Purposes = [.. request.Purposes.Select(ParsePurpose)],
            GivenOn = FieldParser.Date(request.GivenOn, "given_on"),
            ValidUntil = FieldParser.Date(request.ValidUntil, "valid_until"),
            Note = FieldParser.Text(request.Note, "note", WordsMax, required: false),
        };
    }

    public static Wire.Consent ToWire(RecordedConsent from, CaseId? opened, DateTimeOffset now) => new()
    {
        ConsentId = from.Id.Value.ToString(),
        ConsultationId = from.Consultation.Value.ToString(),
        CaseId = IntakeWire.Text(opened?.Value),
        AgencyId = from.Agency.Value,
        Giver = (Wire.ConsentGiver)from.Giver,
        RepresentativeName = from.RepresentativeName,
        Form = (Wire.ConsentForm)from.Form,
        AgencyIds = { from.Agencies },
        AgencyKinds = { from.AgencyKinds.Select(AgencyKindCodes.KindOf) },
        Meetings = from.Meetings,
        Purposes = { from.Purposes },
        GivenOn = Day(from.GivenOn),
        ValidUntil = from.ValidUntil is { } last ? Day(last) : "",
        Note = from.Note,
        State = (Wire.ConsentState)from.StateAt(now),
        RecordedByStaffId = from.RecordedBy.Value,
        RecordedAt = from.RecordedAt.ToTimestamp(),
        RevokedAt = from.RevokedAt?.ToTimestamp(),
        RevokedByStaffId = from.RevokedBy?.Value ?? "",
        RevokeReason = from.RevokeReason ?? "",
        Closing = { from.Closing },
        Version = Version.Of(from.Version),
    };

    // A purpose that no call could give would open nothing.
    static string ParsePurpose(string value) =>
        PurposeHeader.IsCode(value) ? value : throw WireErrors.Field("purposes", "利用目的は英小文字・数字・ハイフンの64文字以内で指定してください。");

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
