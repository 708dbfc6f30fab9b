using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Intake;

/// <summary>Between the contract and the domain. Enum numbers agree on both sides.</summary>
static class IntakeWire
{
    public static ConsultationId ParseConsultationId(string value) => new(FieldParser.Uuid(value, "consultation_id"));

    public static CaseId ParseCaseId(string value) => new(FieldParser.Uuid(value, "case_id"));

    public static ResidentId? ParseResidentId(string value) => FieldParser.UuidOrNull(value, "resident_id") is { } id ? new(id) : null;

    public static Wire.Consultation ToWire(Consultation from) => new()
    {
        ConsultationId = from.Id.Value.ToString(),
        ReceivedAt = from.ReceivedAt.ToTimestamp(),
        Channel = (Wire.Channel)from.Channel,
        StaffId = from.Staff.Value,
        AgencyId = from.Agency.Value,
        Desk = from.Desk ?? "",
        Person = PersonWire.ToWire(from.Person),
        Visitor = PersonWire.ToWire(from.Visitor),
        Complaint = from.Complaint,
        MainIssue = (Wire.Issue)from.MainIssue,
        Issues = { from.Issues.Select(issue => (Wire.Issue)issue) },
        Urgency = ToWire(from.Urgency),
        ConsentGiven = from.ConsentGiven,
        SubjectState = (Wire.SubjectState)from.SubjectState,
        ResidentId = Text(from.Resident?.Value),
        HouseholdId = Text(from.Household?.Value),
        CaseId = Text(from.Case?.Value),
        Version = Version.Of(from.Version),
    };

    public static Wire.Case ToWire(SupportCase from) => new()
    {
        CaseId = from.Id.Value.ToString(),
        ConsultationId = from.Consultation.Value.ToString(),
        AgencyId = from.Agency.Value,
        ResponsibleStaffId = from.Responsible.Value,
        ResidentId = Text(from.Resident?.Value),
        HouseholdId = Text(from.Household?.Value),
        State = (Wire.CaseState)from.State,
        OpenedAt = from.OpenedAt.ToTimestamp(),
        Version = Version.Of(from.Version),
    };

    public static Wire.Urgency ToWire(Urgency? urgency) => (Wire.Urgency)(urgency ?? 0);

    public static string Text(Guid? id) => id?.ToString() ?? "";

    /// <summary>The name of the contract, such as <c>URGENCY_SOON</c>.</summary>
    public static string UrgencyCode(Urgency? urgency) =>
        Wire.IntakeReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(Urgency)).FindValueByNumber((int)(urgency ?? 0)).Name;
}
