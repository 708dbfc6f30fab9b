using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.Unit.Intake;

/// <summary>Consultations in the states that tests start from.</summary>
static class Sheets
{
    public static readonly DateTimeOffset Now = new(2026, 6, 5, 8, 0, 0, TimeSpan.Zero);
    public static readonly StaffId Desk = new("tax-tanaka");
    public static readonly AgencyId TaxOffice = new("tax-collection");

    public static readonly ReceptionSheet Minimal = new() { Channel = Channel.Counter, Complaint = "税金が払えない", MainIssue = Issue.TaxOrUtilities };

    public static RegisterSubject Resident(byte number = 1) =>
        new(new(new Guid(number, 0, 0, new byte[8])), new HouseholdId(new Guid(number, 1, 0, new byte[8])));

    public static Consultation Recorded(ReceptionSheet? sheet = null, RegisterSubject? subject = null) =>
        Consultation.Record(new(Guid.CreateVersion7(Now)), sheet ?? Minimal, subject, Desk, TaxOffice, Now);

    public static CaseId NewCase() => new(Guid.CreateVersion7(Now));
}
