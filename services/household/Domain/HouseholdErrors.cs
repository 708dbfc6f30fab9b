using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Domain;

/// <summary>Every refusal of this service.</summary>
static class HouseholdErrors
{
    public static Refusal FeedUnknown() => new(RefusalKind.NotFound, "FEED_UNKNOWN", "この取込元は登録されていません。");

    public static Refusal FeedExists() => new(RefusalKind.AlreadyExists, "FEED_EXISTS", "この取込元IDはすでに登録されています。変更するときは改訂してください。");

    public static Refusal FeedVersionUnknown() => new(RefusalKind.NotFound, "FEED_VERSION_UNKNOWN", "この取込元に指定された版はありません。");

    public static Refusal FeedNotRevised() => new(
        RefusalKind.WrongState, "FEED_NOT_REVISED", "このファイルは取込元の定義に合わないため隔離されています。定義を改訂してから解除してください。");

    public static Refusal ImportNotKept() => new(
        RefusalKind.WrongState, "IMPORT_NOT_KEPT", "このファイルの控えはありません。もう一度送信してください。");

    public static Refusal ImportFinishing() => new(
        RefusalKind.WrongState, "IMPORT_FINISHING", "この取込は反映の最中のため取り消せません。終わってから確認してください。");

    public static Refusal ImportCancelled() => new(RefusalKind.WrongState, "IMPORT_CANCELLED", "この取込は取り消されました。");

    public static Refusal StorageFull() => new(
        RefusalKind.Unavailable, "STORAGE_FULL", "保存領域が足りないため、取込を中止しました。データは取込前のままです。領域を空けてから、もう一度送信してください。");

    public static Refusal ImportNotFound() => new(RefusalKind.NotFound, "IMPORT_NOT_FOUND", "指定された取込はありません。");

    public static Refusal ImportWrongState() =>
        new(RefusalKind.WrongState, "IMPORT_WRONG_STATE", "この取込はすでに終了しています。");

    public static Refusal RequestIdReused() =>
        new(RefusalKind.AlreadyExists, "REQUEST_ID_REUSED", "同じrequest_idが別の取込に使われています。");

    public static Refusal UploadEmpty() =>
        new(RefusalKind.Invalid, "UPLOAD_EMPTY", "ファイルが送信されていません。最初のメッセージで取込元を指定してください。");

    public static Refusal SampleEmpty() => new(RefusalKind.Invalid, "SAMPLE_EMPTY", "ファイルが送信されていません。");

    public static Refusal ResidentNotFound() => new(RefusalKind.NotFound, "RESIDENT_NOT_FOUND", "指定された住民は見つかりません。");

    public static Refusal HouseholdNotFound() => new(RefusalKind.NotFound, "HOUSEHOLD_NOT_FOUND", "指定された世帯は見つかりません。");

    public static Refusal FlagRulesNotFound() => new(RefusalKind.NotFound, "FLAG_RULES_NOT_FOUND", "指定された版の世帯フラグ規則はありません。");

    public static Refusal ProcedureTableNotFound() =>
        new(RefusalKind.NotFound, "PROCEDURE_TABLE_NOT_FOUND", "指定された版の手続一覧はありません。");

    public static Refusal SearchEmpty() =>
        new(RefusalKind.Invalid, "SEARCH_EMPTY", "宛名番号、氏名、カナ、生年月日、年齢、住所、電話番号のいずれかを入力してください。");

    public static Refusal ProtectionUnknown() =>
        new(RefusalKind.WrongState, "PROTECTION_UNKNOWN", "支援措置の情報がまだ取り込まれていないため、関与の有無をお答えできません。");

    public static Refusal ProtectionStale() =>
        new(RefusalKind.WrongState, "PROTECTION_STALE", "支援措置の情報が最新でないため、関与の有無をお答えできません。所管課にお問い合わせください。");
}
