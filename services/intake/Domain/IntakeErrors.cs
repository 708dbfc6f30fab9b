using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Domain;

/// <summary>Every refusal of the intake service. Codes are stable; details are for people and hold no personal data.</summary>
public static class IntakeErrors
{
    /// <summary>No such consultation, or one out of the caller's reach.</summary>
    public static Refusal ConsultationNotFound() =>
        new(RefusalKind.NotFound, "CONSULTATION_NOT_FOUND", "受付票が見つかりません。");

    /// <summary>No such case, or one out of the caller's reach.</summary>
    public static Refusal CaseNotFound() => new(RefusalKind.NotFound, "CASE_NOT_FOUND", "事例が見つかりません。");

    /// <summary>受付日時 lies after the moment of recording.</summary>
    public static Refusal ReceivedInFuture() =>
        Field("RECEIVED_AT_IN_FUTURE", "received_at", "受付日時に未来の日時は指定できません。");

    /// <summary>生年月日 lies after today.</summary>
    public static Refusal BirthDateInFuture() =>
        Field("BIRTH_DATE_IN_FUTURE", "person.birth_date", "生年月日に未来の日付は指定できません。");

    /// <summary>The consultation is linked to this very resident.</summary>
    public static Refusal AlreadyLinked() =>
        new(RefusalKind.WrongState, "CONSULTATION_ALREADY_LINKED", "この受付票はすでにその住民に紐づいています。");

    /// <summary>A case was opened from the consultation before.</summary>
    public static Refusal CaseAlreadyOpen() =>
        new(RefusalKind.WrongState, "CASE_ALREADY_OPEN", "この受付票からはすでに事例が開始されています。");

    /// <summary>No such consent, or one out of the caller's reach.</summary>
    public static Refusal ConsentNotFound() => new(RefusalKind.NotFound, "CONSENT_NOT_FOUND", "同意の記録が見つかりません。");

    /// <summary>同意日 lies after today.</summary>
    public static Refusal ConsentInFuture() => Field("CONSENT_IN_FUTURE", "given_on", "同意日に未来の日付は指定できません。");

    /// <summary>The last day lies before the day of consent, or is over.</summary>
    public static Refusal ConsentOver() => Field("CONSENT_OVER", "valid_until", "同意の終期には、同意日以後で、まだ過ぎていない日付を指定してください。");

    /// <summary>Nobody is named with whom to share.</summary>
    public static Refusal ConsentWithNobody() => Field("CONSENT_WITH_NOBODY", "agency_ids", "共有先を1つ以上指定してください。");

    /// <summary>The directory does not know one of the agencies.</summary>
    public static Refusal ConsentAgencyUnknown() => Field("AGENCY_UNKNOWN", "agency_ids", "登録されていない機関が含まれています。");

    /// <summary>A legal representative has a name, and the person's own consent names nobody else.</summary>
    public static Refusal ConsentRepresentative() => Field(
        "CONSENT_REPRESENTATIVE", "representative_name", "法定代理人の氏名は、法定代理人による同意の場合に、その場合だけ入力してください。");

    /// <summary>It was revoked before, or its last day is over.</summary>
    public static Refusal ConsentEnded() => new(RefusalKind.WrongState, "CONSENT_ENDED", "この同意はすでに撤回されたか、期間が終了しています。");

    /// <summary>Support has ended.</summary>
    public static Refusal CaseClosed() => new(RefusalKind.WrongState, "CASE_CLOSED", "終了した事例は移管できません。");

    /// <summary>The case is with this agency and this worker already.</summary>
    public static Refusal TransferToSame() =>
        new(RefusalKind.WrongState, "CASE_TRANSFER_TO_SAME", "この事例はすでにその機関の担当者が受け持っています。");

    /// <summary>The directory has no such worker at that agency.</summary>
    public static Refusal ResponsibleUnknown() =>
        Field("RESPONSIBLE_UNKNOWN", "responsible_staff_id", "指定された機関にその担当者が登録されていません。");

    /// <summary>The household service knows no such resident.</summary>
    public static Refusal ResidentUnknown() =>
        Field("RESIDENT_UNKNOWN", "resident_id", "指定された住民が見つかりません。");

    /// <summary>The caller may not read the resident register, so may not link to it either.</summary>
    public static Refusal ResidentForbidden() =>
        new(RefusalKind.Forbidden, "RESIDENT_FORBIDDEN", "住民情報を参照する権限がないため、住民を指定できません。");

    /// <summary>The household service gave no answer, so nothing was saved.</summary>
    public static Refusal HouseholdUnavailable() =>
        new(RefusalKind.Unavailable, "HOUSEHOLD_UNAVAILABLE", "世帯情報サービスに接続できないため、保存しませんでした。しばらくしてからもう一度お試しください。");

    static Refusal Field(string code, string field, string detail) =>
        new(RefusalKind.Invalid, code, detail, [new FieldViolation(field, detail)]);
}
