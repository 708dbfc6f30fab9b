using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Every refusal about breaking the glass. Codes are stable; details are for people and hold no personal data.</summary>
public static class BreakGlassErrors
{
    /// <summary>Records of this kind are not opened so, as what was told in a meeting stays there.</summary>
    public static Refusal Kind()
    {
        const string detail = "この種類の記録は緊急閲覧の対象ではありません。";
        return new(RefusalKind.Invalid, "BREAK_GLASS_KIND", detail, [new FieldViolation("resource_kind", detail)]);
    }

    /// <summary>The sharing rules in force do not let an emergency carry to the caller, leave it to other roles, or ask for an approver of the owner.</summary>
    public static Refusal NotAllowed() => new(
        RefusalKind.Forbidden, "BREAK_GLASS_NOT_ALLOWED", "現在の情報共有の規則では、あなたは緊急閲覧を行えません。記録を所有する機関に連絡してください。");

    /// <summary>The record is the caller's agency's own.</summary>
    public static Refusal Own() => new(RefusalKind.WrongState, "BREAK_GLASS_OWN", "自機関の記録に緊急閲覧は不要です。");

    /// <summary>All of the record is shown to the caller already.</summary>
    public static Refusal AlreadyOpen() => new(RefusalKind.WrongState, "BREAK_GLASS_OPEN", "この記録はすでに閲覧できます。緊急閲覧は不要です。");

    /// <summary>The owner ended the caller's access less than its time ago: somebody is there to be asked.</summary>
    public static Refusal Ended() => new(
        RefusalKind.WrongState, "BREAK_GLASS_ENDED", "記録を所有する機関が緊急閲覧を終了させました。必要な場合は、その機関に連絡してください。");

    /// <summary>As many attempts in a day as there may be.</summary>
    public static Refusal TooMany() => new(
        RefusalKind.Exhausted, "BREAK_GLASS_LIMIT", "24時間以内に行える緊急閲覧の回数を超えました。記録を所有する機関に連絡してください。");

    /// <summary>None, or one that is of other agencies.</summary>
    public static Refusal NotFound() => new(RefusalKind.NotFound, "BREAK_GLASS_NOT_FOUND", "緊急閲覧が見つかりません。");

    /// <summary>The caller's agency opened the record, and another one reviews that.</summary>
    public static Refusal NotOwner() => new(RefusalKind.Forbidden, "BREAK_GLASS_NOT_OWNER", "緊急閲覧の確認は、記録を所有していた機関だけが行えます。");

    /// <summary>Nobody judges what they did themself.</summary>
    public static Refusal SelfReview() => new(RefusalKind.Forbidden, "BREAK_GLASS_SELF_REVIEW", "緊急閲覧を行った本人は、その確認を行えません。");

    /// <summary>It was judged before.</summary>
    public static Refusal Reviewed() => new(RefusalKind.WrongState, "BREAK_GLASS_REVIEWED", "この緊急閲覧はすでに確認されています。");
}
