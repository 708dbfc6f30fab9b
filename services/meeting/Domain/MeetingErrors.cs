using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Domain;

/// <summary>Every refusal of the meeting service. Codes are stable; details are for people and hold no personal data.</summary>
public static class MeetingErrors
{
    /// <summary>No such meeting, or one out of the caller's reach.</summary>
    public static Refusal MeetingNotFound() => new(RefusalKind.NotFound, "MEETING_NOT_FOUND", "会議が見つかりません。");

    /// <summary>An invited agency asked for what the convener alone may do.</summary>
    public static Refusal ConvenerOnly() => new(RefusalKind.Forbidden, "CONVENER_ONLY", "この操作は招集機関だけが行えます。");

    /// <summary>The intake service knows no such case within the caller's reach.</summary>
    public static Refusal CaseUnknown() => Field("CASE_UNKNOWN", "case_id", "指定された事例が見つかりません。");

    /// <summary>The meeting begins now or earlier.</summary>
    public static Refusal StartsNotInFuture() =>
        Field("STARTS_AT_NOT_IN_FUTURE", "starts_at", "会議の開始日時には未来の日時を指定してください。");

    /// <summary>Shorter or longer than a meeting may be.</summary>
    public static Refusal DurationOutOfRange() => Field(
        "DURATION_OUT_OF_RANGE",
        "duration_minutes",
        $"会議の時間は{MeetingCall.ShortestMinutes}分以上{MeetingCall.LongestMinutes}分以下で指定してください。");

    /// <summary>This kind of meeting needs the person's consent, and none is named.</summary>
    public static Refusal ConsentMissing() =>
        new(RefusalKind.WrongState, "MEETING_CONSENT_MISSING", "この種類の会議には、記録された本人同意の指定が必要です。");

    /// <summary>Nobody may call this kind of meeting under the rules of its day.</summary>
    public static Refusal KindNotInForce() =>
        new(RefusalKind.WrongState, "MEETING_KIND_NOT_IN_FORCE", "この種類の会議は、開催日に有効な会議の規則では招集できません。");

    /// <summary>This kind of meeting treats no personal data, so it is about no case.</summary>
    public static Refusal PersonalData() =>
        new(RefusalKind.WrongState, "MEETING_PERSONAL_DATA", "この種類の会議では個人情報を扱えないため、事例について招集できません。");

    /// <summary>The caller's agency is none of those that may call this kind of meeting.</summary>
    public static Refusal ConvenerNotPermitted() =>
        new(RefusalKind.Forbidden, "MEETING_CONVENER_NOT_PERMITTED", "この種類の会議を招集できる機関ではありません。");

    /// <summary>The convener attends anyway and is not invited.</summary>
    public static Refusal ConvenerInvited() =>
        Field("CONVENER_INVITED", "agency_ids", "招集機関を招集先に含めることはできません。");

    /// <summary>The agency directory does not know one of the agencies.</summary>
    public static Refusal AgencyUnknown() => Field("AGENCY_UNKNOWN", "agency_ids", "登録されていない機関が含まれています。");

    /// <summary>The responsible agency is neither the convener nor invited.</summary>
    public static Refusal ResponsibleNotInvited() => Field(
        "RESPONSIBLE_AGENCY_NOT_INVITED", "responsible_agency_id", "担当機関は、招集機関または招集先の機関から指定してください。");

    /// <summary>The meeting was called off.</summary>
    public static Refusal Cancelled() => new(RefusalKind.WrongState, "MEETING_CANCELLED", "この会議は中止されています。");

    /// <summary>The meeting was held and can no longer be called off.</summary>
    public static Refusal AlreadyHeld() =>
        new(RefusalKind.WrongState, "MEETING_ALREADY_HELD", "決定事項が記録された会議は中止できません。");

    /// <summary>The intake service gave no answer, so nothing was saved.</summary>
    public static Refusal IntakeUnavailable() =>
        new(RefusalKind.Unavailable, "INTAKE_UNAVAILABLE", "相談受付サービスに接続できないため、保存しませんでした。しばらくしてからもう一度お試しください。");

    /// <summary>The agency directory gave no answer, so nothing was saved.</summary>
    public static Refusal DirectoryUnavailable() =>
        new(RefusalKind.Unavailable, "DIRECTORY_UNAVAILABLE", "機関名簿に接続できないため、保存しませんでした。しばらくしてからもう一度お試しください。");

    /// <summary>
    /// Those of versions of the meeting rules: MEETING_RULES_NOT_FOUND, MEETING_RULES_START_PAST, MEETING_RULES_OVERTAKEN, MEETING_RULES_DECIDED,
    /// MEETING_RULES_SAME_PERSON, MEETING_RULES_CITY_ONLY.
    /// </summary>
    public static RulesErrors Rules { get; } = new("MEETING_RULES", "会議の規則");

    /// <summary>MEETING_RULES_INCOMPLETE: a kind of meeting has no rule, or more than one.</summary>
    public static Refusal RulesIncomplete() => Rules.Field("INCOMPLETE", "rules", "会議の種類ごとに規則を1つずつ指定してください。");

    /// <summary>MEETING_RULES_AGENCY_UNKNOWN: the agency directory does not know an agency that is named as a convener.</summary>
    public static Refusal RulesAgencyUnknown() =>
        Rules.Field("AGENCY_UNKNOWN", "rules.convener_agency_ids", "登録されていない機関が含まれています。");

    static Refusal Field(string code, string field, string detail) =>
        new(RefusalKind.Invalid, code, detail, [new FieldViolation(field, detail)]);
}
