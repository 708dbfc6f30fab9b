using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Domain;

/// <summary>事例: stays open while the household is supported, and is never without a responsible worker.</summary>
public sealed class SupportCase
{
    SupportCase()
    {
    }

    /// <summary>Identifies the case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Consultation it was opened from.</summary>
    public required ConsultationId Consultation { get; init; }

    /// <summary>Agency that owns it; a transfer changes it.</summary>
    public AgencyId Agency { get; private set; }

    /// <summary>担当者; a transfer changes it.</summary>
    public StaffId Responsible { get; private set; }

    /// <summary>Resident it is about; null while unidentified.</summary>
    public ResidentId? Resident { get; private set; }

    /// <summary>Register household of that resident; null while unidentified or when the register names none.</summary>
    public HouseholdId? Household { get; private set; }

    /// <summary>Where it stands.</summary>
    public CaseState State { get; private set; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Number of the last event told of this case; 1 is its opening.</summary>
    public long Sequence { get; private set; }

    /// <summary>Version of the stored row; 0 until stored.</summary>
    public uint Version { get; private set; }

    /// <summary>The resident of the consultation was named or corrected: the case is about the same one.</summary>
    /// <param name="subject">The resident, confirmed by the household service.</param>
    public void Follow(RegisterSubject subject) => (Resident, Household) = (subject.Resident, subject.Household);

    /// <summary>移管: passes the case to another agency, or to another worker of the same one.</summary>
    /// <param name="agency">Agency that owns it from now on.</param>
    /// <param name="responsible">担当者 there.</param>
    /// <exception cref="Refusal">CASE_CLOSED; CASE_TRANSFER_TO_SAME when both are as before.</exception>
    public void Transfer(AgencyId agency, StaffId responsible)
    {
        if (State is not CaseState.Open) throw IntakeErrors.CaseClosed();
        if (agency == Agency && responsible == Responsible) throw IntakeErrors.TransferToSame();
        (Agency, Responsible) = (agency, responsible);
        Sequence++;
    }

    internal static SupportCase Open(CaseId id, Consultation consultation, StaffId responsible, DateTimeOffset now) => new()
    {
        Id = id,
        Consultation = consultation.Id,
        Agency = consultation.Agency,
        Responsible = responsible,
        Resident = consultation.Resident,
        Household = consultation.Household,
        State = CaseState.Open,
        OpenedAt = now,
        Sequence = 1,
    };
}
