using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Every refusal of the unit of work.</summary>
public static class DataErrors
{
    /// <summary>VERSION_STALE: the record changed since the caller read it.</summary>
    public static Refusal Stale() => new(
        RefusalKind.Stale, "VERSION_STALE", "ほかの人が先に更新しました。最新の内容を確認してから、もう一度操作してください。");

    /// <summary>REQUEST_ID_REUSED: the same request_id came with another request.</summary>
    public static Refusal RequestIdReused() => new(
        RefusalKind.AlreadyExists, "REQUEST_ID_REUSED", "同じrequest_idが別の内容で使われています。新しいrequest_idを指定してください。");

    /// <summary>PAGE_TOKEN_INVALID: the page token was not given out by this list.</summary>
    public static Refusal PageToken() => new(
        RefusalKind.Invalid, "PAGE_TOKEN_INVALID", "ページトークンが無効です。最初のページから取得し直してください。",
        [new("page_token", "このトークンは使用できません。")]);

    /// <summary>DATABASE_UNAVAILABLE: the database does not answer at the moment.</summary>
    public static Refusal Unavailable() => new(
        RefusalKind.Unavailable, "DATABASE_UNAVAILABLE", "データベースに接続できません。しばらくしてからもう一度お試しください。");
}
