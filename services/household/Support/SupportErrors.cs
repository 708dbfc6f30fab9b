using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Support;

/// <summary>Refusals about support households.</summary>
static class SupportErrors
{
    public static Refusal HouseholdNotFound() => new(RefusalKind.NotFound, "SUPPORT_HOUSEHOLD_NOT_FOUND", "指定された支援世帯は見つかりません。");

    public static Refusal FactNotFound() => new(RefusalKind.NotFound, "SUPPORT_FACT_NOT_FOUND", "指定された支援世帯の記録は見つかりません。");

    public static Refusal Overlaps() => new(
        RefusalKind.WrongState, "SUPPORT_FACT_OVERLAPS", "同じ人について、期間の重なる記録がすでにあります。先にその記録を終了または訂正してください。");

    public static Refusal Withdrawn() => new(RefusalKind.WrongState, "SUPPORT_FACT_WITHDRAWN", "この記録は取り消されています。");

    public static Refusal Ended() => new(RefusalKind.WrongState, "SUPPORT_FACT_ENDED", "この記録はすでに終了しています。終了日を直すときは訂正してください。");

    public static Refusal OtherSubject() => new(
        RefusalKind.Invalid, "SUPPORT_FACT_SUBJECT", "だれについての、どの関係の記録かは訂正できません。この記録を取り消し、正しい内容で新しく記録してください。");

    public static Refusal PersonNamed() => new(
        RefusalKind.WrongState, "SUPPORT_PERSON_NAMED", "この人について、取り消されていない記録があります。先にそれらを取り消してください。");

    public static Refusal EndsBeforeBeginning() => new(
        RefusalKind.Invalid, "FIELD_INVALID", "入力内容に誤りがあります。", [new("until", "開始日より前の日付は指定できません。")]);
}
