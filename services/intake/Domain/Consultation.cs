using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Domain;

/// <summary>One consultation in the common format (受付票), owned by the agency whose desk took it.</summary>
public sealed class Consultation
{
    Consultation()
    {
    }

    /// <summary>Identifies the consultation.</summary>
    public required ConsultationId Id { get; init; }

    /// <summary>Agency that owns it: the one whose desk took it, until its case is transferred.</summary>
    public AgencyId Agency { get; private set; }

    /// <summary>受付者.</summary>
    public required StaffId Staff { get; init; }

    /// <summary>受付日時, never later than the moment of recording.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it arrived.</summary>
    public required Channel Channel { get; init; }

    /// <summary>受付窓口 in the desk's own words.</summary>
    public required string? Desk { get; init; }

    /// <summary>What was said about the person.</summary>
    public required StatedPerson Person { get; init; }

    /// <summary>来談者.</summary>
    public required Visitor Visitor { get; init; }

    /// <summary>主訴.</summary>
    public required string Complaint { get; init; }

    /// <summary>主な相談内容.</summary>
    public required Issue MainIssue { get; init; }

    /// <summary>Every issue once, the main one first.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }

    /// <summary>緊急度; null when nobody judged it.</summary>
    public required Urgency? Urgency { get; init; }

    /// <summary>本人同意 to sharing, as said at the desk.</summary>
    public required bool ConsentGiven { get; init; }

    /// <summary>Resident it is about; null while unidentified.</summary>
    public ResidentId? Resident { get; private set; }

    /// <summary>Register household of that resident; null while unidentified or when the register names none.</summary>
    public HouseholdId? Household { get; private set; }

    /// <summary>Case opened from it; null until then.</summary>
    public CaseId? Case { get; private set; }

    /// <summary>Search form of the stated name; empty when none was stated.</summary>
    public required string SearchName { get; init; }

    /// <summary>Search form of the stated kana; empty when none was stated.</summary>
    public required string SearchKana { get; init; }

    /// <summary>Number of the last event told of this consultation; 1 is its recording.</summary>
    public long Sequence { get; private set; }

    /// <summary>Version of the stored row; 0 until stored.</summary>
    public uint Version { get; private set; }

    /// <summary>Whether the resident is known.</summary>
    public SubjectState SubjectState => SubjectStateOf(Resident);

    /// <summary>Whether the resident is known.</summary>
    /// <param name="resident">Resident of a consultation, or null.</param>
    public static SubjectState SubjectStateOf(ResidentId? resident) => resident is null ? SubjectState.Unidentified : SubjectState.Linked;

    /// <summary>Records what a desk took down.</summary>
    /// <param name="id">Identity of the new consultation.</param>
    /// <param name="sheet">The filled-in 受付票.</param>
    /// <param name="subject">Resident it is about, or null to leave it unidentified.</param>
    /// <param name="staff">受付者.</param>
    /// <param name="agency">Agency of the desk.</param>
    /// <param name="now">Moment of recording.</param>
    /// <returns>The new consultation, at sequence 1.</returns>
    /// <exception cref="Refusal">RECEIVED_AT_IN_FUTURE, BIRTH_DATE_IN_FUTURE.</exception>
    public static Consultation Record(
        ConsultationId id, ReceptionSheet sheet, RegisterSubject? subject, StaffId staff, AgencyId agency, DateTimeOffset now)
    {
        if (sheet.ReceivedAt > now) throw IntakeErrors.ReceivedInFuture();
        if (sheet.Person.BirthDate?.Earliest > JapanCalendar.DayOf(now)) throw IntakeErrors.BirthDateInFuture();

        return new()
        {
            Id = id,
            Agency = agency,
            Staff = staff,
            ReceivedAt = sheet.ReceivedAt ?? now,
            Channel = sheet.Channel,
            Desk = sheet.Desk,
            Person = sheet.Person,
            Visitor = sheet.Visitor,
            Complaint = sheet.Complaint,
            MainIssue = sheet.MainIssue,
            Issues = IssueList.Of(sheet.MainIssue, sheet.FurtherIssues),
            Urgency = sheet.Urgency,
            ConsentGiven = sheet.ConsentGiven,
            Resident = subject?.Resident,
            Household = subject?.Household,
            SearchName = SearchText.Fold(sheet.Person.Name ?? ""),
            SearchKana = SearchText.Fold(sheet.Person.Kana ?? ""),
            Sequence = 1,
        };
    }

    /// <summary>Says which resident it is about, or corrects it.</summary>
    /// <param name="subject">The resident, confirmed by the household service.</param>
    /// <exception cref="Refusal">CONSULTATION_ALREADY_LINKED when it is linked to this very resident.</exception>
    public void Link(RegisterSubject subject)
    {
        if (Resident == subject.Resident) throw IntakeErrors.AlreadyLinked();
        Resident = subject.Resident;
        Household = subject.Household;
        Sequence++;
    }

    /// <summary>Its case passed to an agency: the consultation follows.</summary>
    /// <param name="agency">Agency that owns the case now.</param>
    public void Follow(AgencyId agency) => Agency = agency;

    /// <summary>Opens the one case that may come of it; whoever opens it is responsible for it.</summary>
    /// <param name="id">Identity of the new case.</param>
    /// <param name="staff">Worker who opens it.</param>
    /// <param name="now">Moment of opening.</param>
    /// <returns>The new case, about the same resident.</returns>
    /// <exception cref="Refusal">CASE_ALREADY_OPEN.</exception>
    public SupportCase OpenCase(CaseId id, StaffId staff, DateTimeOffset now)
    {
        if (Case is not null) throw IntakeErrors.CaseAlreadyOpen();
        Case = id;
        return SupportCase.Open(id, this, staff, now);
    }
}
