using System.Globalization;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>Refusals about files and messages of a resident.</summary>
static class RecordErrors
{
    public static Refusal FileNotFound() => new(RefusalKind.NotFound, "RESIDENT_FILE_NOT_FOUND", "指定されたファイルは見つかりません。");

    public static Refusal MessageNotFound() => new(RefusalKind.NotFound, "RESIDENT_MESSAGE_NOT_FOUND", "指定されたメッセージは見つかりません。");

    public static Refusal Empty() => new(RefusalKind.Invalid, "FILE_EMPTY", "ファイルが空です。");

    /// <param name="largest">Most bytes that are taken.</param>
    public static Refusal TooLarge(long largest) => new(
        RefusalKind.Exhausted, "FILE_TOO_LARGE", $"ファイルが大きすぎます。登録できるのは{Size(largest)}までです。");

    public static Refusal Broken() => new(RefusalKind.Invalid, "FILE_BROKEN", "画像ファイルが壊れているか、途中で切れています。");

    public static Refusal KindRefused() => new(
        RefusalKind.Invalid, "FILE_KIND_REFUSED",
        "登録できるファイルは、JPEG、PNG、PDF、UTF-8のテキストです。HEICの写真はJPEGに、Officeの文書はPDFに変換してください。");

    public static Refusal NotOwn() => new(RefusalKind.Forbidden, "NOT_OWN_RECORD", "この記録を取り消せるのは、登録した機関だけです。");

    public static Refusal Withdrawn() => new(RefusalKind.WrongState, "RECORD_WITHDRAWN", "この記録はすでに取り消されています。");

    static string Size(long bytes) =>
        bytes % (1 << 20) == 0 ? $"{bytes >> 20}MiB" : string.Create(CultureInfo.InvariantCulture, $"{bytes:N0}バイト");
}
