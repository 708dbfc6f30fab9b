using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>Every refusal of partner subscriptions, by stable code.</summary>
public static class SubscriptionErrors
{
    /// <summary>Unknown, or another agency's.</summary>
    public static Refusal NotFound() =>
        new(RefusalKind.NotFound, "SUBSCRIPTION_NOT_FOUND", "通知先の登録が見つかりません。");

    /// <summary>The agency is not in the directory, or out of the caller's reach.</summary>
    public static Refusal AgencyNotFound() =>
        new(RefusalKind.NotFound, "AGENCY_NOT_FOUND", "機関が見つかりません。");

    /// <summary>It was ended before.</summary>
    public static Refusal AlreadyEnded() =>
        new(RefusalKind.WrongState, "SUBSCRIPTION_ENDED", "通知先の登録はすでに解除されています。");

    /// <summary>Not an absolute http or https address, or one that carries a user name, a password or a fragment.</summary>
    public static Refusal UrlInvalid() => Invalid("SUBSCRIPTION_URL_INVALID", "通知先には http または https の URL を指定してください。");

    /// <summary>Only https is accepted here.</summary>
    public static Refusal HttpsRequired() => Invalid("SUBSCRIPTION_HTTPS_REQUIRED", "通知先には https の URL を指定してください。");

    static Refusal Invalid(string code, string detail) =>
        new(RefusalKind.Invalid, code, detail, [new FieldViolation("url", detail)]);
}
