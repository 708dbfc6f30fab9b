using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>Every refusal of the referral area, by stable code.</summary>
public static class ReferralErrors
{
    /// <summary>Unknown, a stranger's, or still a draft of another agency.</summary>
    public static Refusal NotFound() =>
        new(RefusalKind.NotFound, "REFERRAL_NOT_FOUND", "つなぐシートが見つかりません。");

    /// <summary>The verb belongs to the receiving agency.</summary>
    public static Refusal NotReceiver() =>
        new(RefusalKind.Forbidden, "REFERRAL_NOT_RECEIVER", "この操作は送付先の機関だけが行えます。");

    /// <summary>The verb belongs to the sending agency.</summary>
    public static Refusal NotSender() =>
        new(RefusalKind.Forbidden, "REFERRAL_NOT_SENDER", "この操作は送付元の機関だけが行えます。");

    /// <summary>The state does not allow the verb.</summary>
    public static Refusal WrongState(ReferralState state, ReferralVerb verb) =>
        new(RefusalKind.WrongState, "REFERRAL_WRONG_STATE", $"つなぐシートは「{Word(state)}」のため、「{Word(verb)}」はできません。");

    /// <summary>An agency does not refer to itself.</summary>
    public static Refusal ToSelf() => Invalid("REFERRAL_TO_SELF", "to_agency_id", "送付先には自機関以外を指定してください。");

    /// <summary>The receiving agency is not in the directory.</summary>
    public static Refusal AgencyUnknown() => Invalid("AGENCY_UNKNOWN", "to_agency_id", "送付先の機関が登録されていません。");

    /// <summary>Nothing is passed on without a legal basis.</summary>
    public static Refusal LegalBasisMissing() =>
        Invalid("LEGAL_BASIS_MISSING", "content.legal_basis", "情報を提供する根拠を選んでから送付してください。");

    /// <summary>The sharing rules in force do not let the basis carry to the receiver, as a public-body basis does not to an NPO.</summary>
    public static Refusal LegalBasisReceiver() =>
        Invalid("LEGAL_BASIS_RECEIVER", "content.legal_basis", "この根拠では、送付先の機関に情報を提供できません。");

    /// <summary>The sharing rules in force leave the basis to other roles.</summary>
    public static Refusal LegalBasisRole() =>
        new(RefusalKind.Forbidden, "LEGAL_BASIS_ROLE", "あなたの役割では、この根拠で情報を提供できません。");

    /// <summary>A sheet is not sent without a deadline.</summary>
    public static Refusal RespondByMissing() =>
        Invalid("RESPOND_BY_MISSING", "respond_by", "回答期限を指定してから送付してください。");

    /// <summary>The deadline lies in the past.</summary>
    public static Refusal RespondByPast() =>
        Invalid("RESPOND_BY_PAST", "respond_by", "回答期限には現在より後の日時を指定してください。");

    /// <summary>Not a cursor of the event log.</summary>
    public static Refusal CursorInvalid() =>
        Invalid("CURSOR_INVALID", "after", "after には前回受け取った cursor を指定してください。");

    static Refusal Invalid(string code, string field, string detail) =>
        new(RefusalKind.Invalid, code, detail, [new FieldViolation(field, detail)]);

    static string Word(ReferralState state) => state switch
    {
        ReferralState.Draft => "下書き",
        ReferralState.Sent => "送付済み",
        ReferralState.Received => "受領済み",
        ReferralState.Accepted => "受理済み",
        ReferralState.Returned => "差戻し",
        ReferralState.Declined => "辞退",
        ReferralState.Completed => "完了",
    };

    static string Word(ReferralVerb verb) => verb switch
    {
        ReferralVerb.Send => "送付",
        ReferralVerb.Receive => "受領",
        ReferralVerb.Accept => "受理",
        ReferralVerb.Return => "差戻し",
        ReferralVerb.Decline => "辞退",
        ReferralVerb.Complete => "完了",
    };
}
