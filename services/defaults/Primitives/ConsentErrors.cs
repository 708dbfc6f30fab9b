
namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>Why something may not be shared on a consent. Codes are stable; details are for people and hold no personal data.</summary>
public static class ConsentErrors
{
    const string Id = "consent_id";

    /// <summary>The basis is consent, and none is named.</summary>
    public static Refusal Missing() => Field("CONSENT_MISSING", "本人同意に基づく共有には、記録された同意の指定が必要です。");

    /// <summary>A consent is named, and the basis is another one.</summary>
    public static Refusal Unused() => Field("CONSENT_UNUSED", "同意は、本人同意に基づく共有の場合だけ指定できます。");

    /// <summary>No such consent, or one out of the caller's reach.</summary>
    public static Refusal Unknown() => Field("CONSENT_UNKNOWN", "指定された同意が見つかりません。");

    /// <summary>The record is not, or does not say that it is, about the person who consented.</summary>
    public static Refusal OtherPerson() => Field("CONSENT_OTHER_PERSON", "この記録の本人による同意ではありません。同意と同じ受付票または事例の記録を指定してください。");

    /// <summary>Revoked, or past its last day.</summary>
    public static Refusal Ended() => Field("CONSENT_ENDED", "この同意は撤回されたか、期間が終了しています。");

    /// <summary>The person did not name the recipient.</summary>
    public static Refusal Recipient() => Field("CONSENT_RECIPIENT", "この同意の共有先に、指定した相手は含まれていません。");

    /// <summary>The service that keeps consents gave no answer, so nothing was saved.</summary>
    public static Refusal Unavailable() => new(
        RefusalKind.Unavailable, "CONSENTS_UNAVAILABLE", "同意の記録を確認できないため、保存しませんでした。しばらくしてからもう一度お試しください。");

    static Refusal Field(string code, string detail) => new(RefusalKind.Invalid, code, detail, [new FieldViolation(Id, detail)]);
}
