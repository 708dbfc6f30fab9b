namespace Tsunagu.Gateway.Problems;

/// <summary>The gateway's own problems by HTTP status, in the words callers read.</summary>
static class ProblemTexts
{
    static readonly Dictionary<int, (string Title, string Code, string Detail)> Texts = new()
    {
        [400] = ("不正なリクエスト", "INVALID_ARGUMENT", "リクエストの形式または内容に誤りがあります。"),
        [401] = ("認証が必要", "UNAUTHENTICATED", "認証が必要です。有効なアクセストークンを付けてください。"),
        [403] = ("権限なし", "PERMISSION_DENIED", "この操作を行う権限がありません。"),
        [404] = ("見つかりません", "NOT_FOUND", "指定された情報または操作が見つかりません。"),
        [405] = ("許可されないメソッド", "METHOD_NOT_ALLOWED", "このURLでは使えないHTTPメソッドです。"),
        [408] = ("受信タイムアウト", "REQUEST_TIMEOUT", "リクエストの受信に時間がかかりすぎたため中断しました。"),
        [409] = ("競合", "CONFLICT", "現在の状態ではこの操作を行えません。"),
        [412] = ("前提条件の不一致", "VERSION_STALE", "ほかの更新が先に行われています。最新の内容を確認してください。"),
        [413] = ("サイズ超過", "BODY_TOO_LARGE", "送信された内容が大きすぎます。"),
        [415] = ("対応しない形式", "UNSUPPORTED_MEDIA_TYPE", "本文はContent-Type: application/jsonで送ってください。"),
        [429] = ("上限超過", "RESOURCE_EXHAUSTED", "利用の上限を超えました。しばらくしてからやり直してください。"),
        [431] = ("ヘッダー超過", "HEADERS_TOO_LARGE", "リクエストヘッダーが大きすぎます。"),
        [499] = ("中断", "CANCELLED", "処理は中断されました。"),
        [500] = ("システムエラー", "INTERNAL", "システムエラーが発生しました。"),
        [501] = ("未提供", "UNIMPLEMENTED", "この操作は提供されていません。"),
        [502] = ("応答異常", "BAD_GATEWAY", "サービスから正しい応答を得られませんでした。"),
        [503] = ("一時的に利用不可", "SERVICE_UNAVAILABLE", "サービスが一時的に利用できません。しばらくしてからやり直してください。"),
        [504] = ("応答タイムアウト", "GATEWAY_TIMEOUT", "サービスの応答に時間がかかりすぎたため中断しました。"),
    };

    /// <summary>The status in a few words.</summary>
    public static string Title(int status) => Of(status).Title;

    /// <summary>The problem that stands for a bare status.</summary>
    public static Problem ForStatus(int status) => new(status, Of(status).Code, Of(status).Detail);

    static (string Title, string Code, string Detail) Of(int status) =>
        Texts.TryGetValue(status, out var text) ? text : Texts[status < 500 ? 400 : 500];
}
