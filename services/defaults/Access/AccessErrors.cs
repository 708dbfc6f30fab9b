using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Every refusal of the access decision.</summary>
public static class AccessErrors
{
    /// <summary>The refusal that a verdict stands for, or null when the call is allowed.</summary>
    public static Refusal? Of(AccessVerdict verdict) => verdict switch
    {
        AccessVerdict.Allowed => null,
        AccessVerdict.TokenMissing => new(RefusalKind.Unauthenticated, "TOKEN_MISSING", "ログインしてください。"),
        AccessVerdict.TokenInvalid => new(
            RefusalKind.Unauthenticated, "TOKEN_INVALID", "ログイン情報が無効か、有効期限が切れています。もう一度ログインしてください。"),
        AccessVerdict.DirectoryStale => new(
            RefusalKind.Unavailable, "DIRECTORY_STALE", "職員名簿の最新の状態を確認できません。しばらくしてからもう一度お試しください。"),
        AccessVerdict.StaffUnknown => new(
            RefusalKind.Forbidden, "STAFF_UNKNOWN", "職員名簿に登録されていません。システム管理者に連絡してください。"),
        AccessVerdict.StaffSuspended => new(
            RefusalKind.Forbidden, "STAFF_SUSPENDED", "利用が停止されています。システム管理者に連絡してください。"),
        AccessVerdict.RightsExpired => new(
            RefusalKind.Forbidden, "RIGHTS_EXPIRED", "利用権限の有効期限が切れています。更新についてシステム管理者に連絡してください。"),
        AccessVerdict.AgreementMissing => new(
            RefusalKind.Forbidden, "AGREEMENT_MISSING", "所属機関と市との有効な協定がありません。"),
        AccessVerdict.AgreementScope => new(
            RefusalKind.Forbidden, "AGREEMENT_SCOPE", "所属機関と市との協定の対象に、この操作は含まれていません。"),
        AccessVerdict.RoleNotPermitted => new(
            RefusalKind.Forbidden, "ROLE_NOT_PERMITTED", "この操作を行う権限がありません。"),
        AccessVerdict.PurposeMissing => new(
            RefusalKind.Forbidden, "PURPOSE_MISSING", "利用目的（tsunagu-purpose）を指定してください。"),
        AccessVerdict.PurposeInvalid => new(
            RefusalKind.Forbidden, "PURPOSE_INVALID", "利用目的（tsunagu-purpose）は英小文字・数字・ハイフンの64文字以内で指定してください。"),
    };

    internal static Refusal IssuerUnavailable() => new(
        RefusalKind.Unavailable, "ISSUER_UNAVAILABLE", "認証サーバーに接続できません。しばらくしてからもう一度お試しください。");
}
