using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Protections;

/// <summary>Refusals about protective measures, their release and reveals.</summary>
static class ProtectionErrors
{
    public static Refusal CityOnly() => new(
        RefusalKind.Forbidden, "PROTECTION_CITY_ONLY", "支援措置について決定できるのは、市の職員だけです。");

    public static Refusal None() => new(RefusalKind.WrongState, "PROTECTION_NONE", "この住民には、解除の対象となる支援措置がありません。");

    public static Refusal InForce() => new(
        RefusalKind.WrongState, "PROTECTION_IN_FORCE", "支援措置の期間中です。期間が満了するか、支援措置の一覧から外れるまで解除できません。");

    public static Refusal Changed() => new(
        RefusalKind.Stale, "PROTECTION_CHANGED", "支援措置の情報が更新されています。最新の内容を確認してから、もう一度申請してください。");

    public static Refusal PeriodOver() => new(RefusalKind.Invalid, "PROTECTION_PERIOD_OVER", "支援措置の期間がすでに終わっています。");

    public static Refusal PeriodTooLong() => new(RefusalKind.Invalid, "PROTECTION_PERIOD_TOO_LONG", "支援措置の期間は、開始日から1年以内で指定してください。");

    public static Refusal PeriodBegins() => new(RefusalKind.Invalid, "PROTECTION_PERIOD_INVALID", "開始日は今日以前、終了日は開始日以後の日付を指定してください。");

    public static Refusal ReleaseNotFound() => new(RefusalKind.NotFound, "PROTECTION_RELEASE_NOT_FOUND", "指定された解除の申請は見つかりません。");

    public static Refusal ReleaseDecided() => new(RefusalKind.WrongState, "PROTECTION_RELEASE_DECIDED", "この解除の申請はすでに決定されています。");

    public static Refusal RevealNotFound() => new(RefusalKind.NotFound, "REVEAL_NOT_FOUND", "指定された所在の閲覧申請は見つかりません。");

    public static Refusal RevealNotNeeded() => new(RefusalKind.WrongState, "REVEAL_NOT_NEEDED", "この住民の所在は非表示になっていません。");

    public static Refusal RevealDecided() => new(RefusalKind.WrongState, "REVEAL_DECIDED", "この所在の閲覧申請はすでに決定されたか、期限が過ぎています。");

    public static Refusal RevealPending() => new(RefusalKind.WrongState, "REVEAL_PENDING", "所在の閲覧には、別の職員の承認が必要です。");

    public static Refusal RevealOver() => new(RefusalKind.WrongState, "REVEAL_OVER", "所在の閲覧期間は終わりました。必要なときは、もう一度申請してください。");

    public static Refusal RevealOvertaken() => new(
        RefusalKind.WrongState, "REVEAL_OVERTAKEN", "承認のあとに支援措置の情報が更新されたため、閲覧できません。もう一度申請してください。");

    public static Refusal RevealPurpose() => new(RefusalKind.Forbidden, "REVEAL_PURPOSE", "申請したときと異なる利用目的では閲覧できません。");

    public static Refusal SecondPerson() => new(RefusalKind.Forbidden, "SECOND_PERSON_REQUIRED", "申請した本人は承認できません。別の職員が承認してください。");
}
