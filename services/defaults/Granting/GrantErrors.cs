using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Every refusal about grants. Codes are stable; details are for people and hold no personal data.</summary>
public static class GrantErrors
{
    /// <summary>No such grant, or one that is neither on the caller's records nor for the caller.</summary>
    public static Refusal NotFound() => new(RefusalKind.NotFound, "GRANT_NOT_FOUND", "閲覧許可が見つかりません。");

    /// <summary>No such record, or one out of the caller's reach.</summary>
    public static Refusal ResourceNotFound() => new(RefusalKind.NotFound, "RESOURCE_NOT_FOUND", "対象の記録が見つかりません。");

    /// <summary>Records of this kind are not opened by grants in this service.</summary>
    public static Refusal KindUnknown() => Field("RESOURCE_KIND_UNKNOWN", "resource_kind", "この種類の記録には閲覧許可を設定できません。");

    /// <summary>The record has no such item.</summary>
    public static Refusal ItemUnknown() => Field("GRANT_ITEM_UNKNOWN", "items", "対象の記録にない項目が指定されています。");

    /// <summary>Attendance of meetings is not known to this service.</summary>
    public static Refusal MeetingUnsupported() => Field("GRANT_MEETING_UNSUPPORTED", "grantee.kind", "この記録は会議に対して許可できません。");

    /// <summary>The record belongs to another agency.</summary>
    public static Refusal NotOwner() =>
        new(RefusalKind.Forbidden, "GRANT_NOT_OWNER", "閲覧許可の設定と取り消しは、記録を所有する機関だけが行えます。");

    /// <summary>The owner needs no grant.</summary>
    public static Refusal ToOwner() => Field("GRANT_TO_OWNER", "grantee.id", "記録を所有する機関には閲覧許可は不要です。");

    /// <summary>The basis asks for a second person.</summary>
    public static Refusal ApproverMissing() =>
        Field("GRANT_APPROVER_MISSING", "approver_staff_id", "この根拠による閲覧許可には承認者が必要です。");

    /// <summary>Nobody approves their own request.</summary>
    public static Refusal ApproverSame() =>
        Field("GRANT_APPROVER_SAME", "approver_staff_id", "承認者には本人以外の職員を指定してください。");

    /// <summary>Not a coordinator or manager of the owning agency who may act at present.</summary>
    public static Refusal ApproverInvalid() => Field(
        "GRANT_APPROVER_INVALID", "approver_staff_id", "承認者には、記録を所有する機関の管理職または包括化推進員で、利用資格のある職員を指定してください。");

    /// <summary>The agency or staff member is not in the directory.</summary>
    public static Refusal GranteeUnknown() => Field("GRANT_GRANTEE_UNKNOWN", "grantee.id", "許可する相手が職員名簿に登録されていません。");

    /// <summary>No rule lets the basis carry anything yet.</summary>
    public static Refusal BasisNotInForce() => Field("GRANT_BASIS_NOT_IN_FORCE", "basis", "この根拠による情報共有の規則が施行されていません。");

    /// <summary>The rules do not let the basis carry to whom the grant names, as a public-body basis does not to an NPO.</summary>
    public static Refusal BasisGrantee() => Field("GRANT_BASIS_GRANTEE", "basis", "この根拠では、指定した相手に情報を共有できません。");

    /// <summary>The rules leave the basis to other roles.</summary>
    public static Refusal BasisRole() => new(RefusalKind.Forbidden, "GRANT_BASIS_ROLE", "あなたの役割では、この根拠による閲覧許可を設定できません。");

    /// <summary>The end lies not ahead.</summary>
    public static Refusal ExpiryPast() => Field("GRANT_EXPIRY_PAST", "expires_at", "有効期限には現在より後の日時を指定してください。");

    /// <summary>The end lies after the fiscal year, or further ahead than the basis or the consent carries.</summary>
    public static Refusal ExpiryTooLate() => Field(
        "GRANT_EXPIRY_TOO_LATE", "expires_at", "有効期限は年度末まで、根拠ごとに定めた上限（緊急の場合は8時間など）以内、同意の期間内で指定してください。");

    /// <summary>It was revoked before, or has expired.</summary>
    public static Refusal Ended() => new(RefusalKind.WrongState, "GRANT_ENDED", "この閲覧許可はすでに終了しています。");

    static Refusal Field(string code, string field, string detail) =>
        new(RefusalKind.Invalid, code, detail, [new FieldViolation(field, detail)]);
}
