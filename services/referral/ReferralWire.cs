using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>Between the contract and the domain: parses at the edge, writes answers.</summary>
static class ReferralWire
{
    const int WordsMax = 2000;
    const int ContactMax = 200;
    const int ReasonMax = 1000;

    public static ReferralId ParseId(string value) => new(FieldParser.Uuid(value, "referral_id"));

    public static string ParseReason(string value) => FieldParser.Text(value, "reason", ReasonMax, required: true);

    public static string ParseOutcome(string value) => FieldParser.Text(value, "outcome", WordsMax, required: true);

    public static Sheet ParseSheet(SheetContent? content) => content is null
        ? throw WireErrors.Field("content", "必須項目です。")
        : new Sheet
        {
            Purpose = FieldParser.Text(content.Purpose, "content.purpose", WordsMax, required: true),
            Request = FieldParser.Text(content.Request, "content.request", WordsMax, required: true),
            AlreadyTried = FieldParser.Text(content.AlreadyTried, "content.already_tried", WordsMax, required: false),
            HouseholdPicture = FieldParser.Text(content.HouseholdPicture, "content.household_picture", WordsMax, required: false),
            PersonsWish = FieldParser.Text(content.PersonsWish, "content.persons_wish", WordsMax, required: false),
            LegalBasis = ReferralCodes.ParseBasis(content.LegalBasis),
            Consent = FieldParser.UuidOrNull(content.ConsentId, "content.consent_id"),
            Contact = FieldParser.Text(content.Contact, "content.contact", ContactMax, required: false),
        };

    public static Wire.Referral From(Domain.Referral referral, DateTimeOffset now) => new()
    {
        ReferralId = referral.Id.Value.ToString(),
        CaseId = referral.Origin.Case?.ToString() ?? "",
        ConsultationId = referral.Origin.Consultation?.ToString() ?? "",
        FromAgencyId = referral.From.Value,
        ToAgencyId = referral.To.Value,
        CreatedByStaffId = referral.CreatedBy.Value,
        State = ReferralCodes.From(referral.State),
        Content = From(referral.Sheet),
        RespondBy = referral.RespondBy?.ToTimestamp(),
        Overdue = referral.IsOverdue(now),
        Reason = referral.Reason ?? "",
        Outcome = referral.Outcome ?? "",
        CreatedAt = referral.CreatedAt.ToTimestamp(),
        UpdatedAt = referral.UpdatedAt.ToTimestamp(),
        History = { referral.History.OrderBy(step => step.Number).Select(From) },
        Version = Version.Of(referral.Version),
    };

    public static Wire.ReferralEvent From(LoggedEvent logged) => new()
    {
        EventId = logged.Id.ToString(),
        Type = logged.Overdue ? ReferralCodes.Overdue : ReferralCodes.EventType(logged.State),
        OccurredAt = logged.OccurredAt.ToTimestamp(),
        ReferralId = logged.ReferralId.Value.ToString(),
        Sequence = logged.Sequence,
        State = ReferralCodes.From(logged.State),
        FromAgencyId = logged.From.Value,
        ToAgencyId = logged.To.Value,
        Cursor = EventCursor.Write(logged.Position),
    };

    static SheetContent From(Sheet sheet) => new()
    {
        Purpose = sheet.Purpose,
        Request = sheet.Request,
        AlreadyTried = sheet.AlreadyTried,
        HouseholdPicture = sheet.HouseholdPicture,
        PersonsWish = sheet.PersonsWish,
        LegalBasis = ReferralCodes.From(sheet.LegalBasis),
        Contact = sheet.Contact,
        ConsentId = sheet.Consent?.ToString() ?? "",
    };

    static Wire.ReferralStep From(Domain.ReferralStep step) => new()
    {
        State = ReferralCodes.From(step.State),
        At = step.At.ToTimestamp(),
        StaffId = step.Staff.Value,
        AgencyId = step.Agency.Value,
    };
}
