using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>Every refusal of the directory of agencies, staff and agreements, by stable code.</summary>
public static class DirectoryErrors
{
    /// <summary>The agency is not in the directory.</summary>
    public static Refusal AgencyNotFound() => SubscriptionErrors.AgencyNotFound();

    /// <summary>The agency's code is taken.</summary>
    public static Refusal AgencyExists() =>
        new(RefusalKind.AlreadyExists, "AGENCY_EXISTS", "この機関コードはすでに登録されています。");

    /// <summary>The staff member is not in the directory.</summary>
    public static Refusal StaffNotFound() =>
        new(RefusalKind.NotFound, "STAFF_NOT_FOUND", "職員が見つかりません。");

    /// <summary>The staff member's id is taken.</summary>
    public static Refusal StaffExists() =>
        new(RefusalKind.AlreadyExists, "STAFF_EXISTS", "この職員IDはすでに登録されています。");

    /// <summary>Suspended, which the step does not allow.</summary>
    public static Refusal StaffSuspended() =>
        new(RefusalKind.WrongState, "STAFF_WRONG_STATE", "利用が停止されている職員には行えません。");

    /// <summary>Not suspended, which the step needs.</summary>
    public static Refusal StaffNotSuspended() =>
        new(RefusalKind.WrongState, "STAFF_WRONG_STATE", "利用が停止されていない職員には行えません。");

    /// <summary>The rights last long enough already.</summary>
    public static Refusal RightsNotRenewable() =>
        new(RefusalKind.WrongState, "RIGHTS_NOT_RENEWABLE", "翌年度への更新は2月1日から行えます。");

    /// <summary>An administrator meddles with their own rights.</summary>
    public static Refusal OwnRights() =>
        new(RefusalKind.Forbidden, "OWN_RIGHTS", "自分自身の権限は変更できません。ほかのシステム管理者に依頼してください。");

    /// <summary>An administrator meddles with what their own agency may do.</summary>
    public static Refusal OwnAgency() =>
        new(RefusalKind.Forbidden, "OWN_RIGHTS", "自分が所属する機関の区分と協定は変更できません。ほかの機関のシステム管理者に依頼してください。");

    /// <summary>The role is not one that staff may have.</summary>
    public static Refusal RoleInvalid() => Invalid("ROLE_INVALID", "roles", "職員に付与できない役割です。");

    /// <summary>Unknown.</summary>
    public static Refusal AgreementNotFound() =>
        new(RefusalKind.NotFound, "AGREEMENT_NOT_FOUND", "協定が見つかりません。");

    /// <summary>It has come to its end, or was ended.</summary>
    public static Refusal AgreementOver() =>
        new(RefusalKind.WrongState, "AGREEMENT_WRONG_STATE", "協定はすでに終了しています。");

    /// <summary>Departments of the city need none.</summary>
    public static Refusal AgreementNotNeeded() =>
        new(RefusalKind.WrongState, "AGREEMENT_NOT_NEEDED", "市の部署との協定は必要ありません。");

    /// <summary>The period ends before it begins, lies in the past, or is not longer than before.</summary>
    public static Refusal PeriodInvalid(string field) => Invalid("AGREEMENT_PERIOD_INVALID", field, "協定の期間が正しくありません。");

    /// <summary>An area that the suite does not have.</summary>
    public static Refusal ScopeInvalid() => Invalid("AGREEMENT_SCOPE_INVALID", "scopes", "協定の対象に指定できない領域です。");

    static Refusal Invalid(string code, string field, string detail) =>
        new(RefusalKind.Invalid, code, detail, [new FieldViolation(field, detail)]);
}
