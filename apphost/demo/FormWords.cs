namespace Tsunagu.AppHost.Demo;

/// <summary>Wording of a city's scenario files ↔ codes of the contract.</summary>
static class FormWords
{
    public static string Channel(string word) => word switch
    {
        "電話" => "CHANNEL_PHONE",
        "ウェブ" or "Web" or "メール" => "CHANNEL_WEB",
        "訪問" => "CHANNEL_VISIT",
        "地域" or "地域の集まり" or "サロン" => "CHANNEL_COMMUNITY_GATHERING",
        _ => "CHANNEL_COUNTER",
    };

    public static string Issue(string theme) => theme switch
    {
        "滞納" or "税" => "ISSUE_TAX_OR_UTILITIES",
        "多重債務" or "債務" => "ISSUE_DEBT",
        "生活困窮" or "収入" => "ISSUE_INCOME",
        "住まい" or "ホームレス" => "ISSUE_HOUSING",
        "介護" => "ISSUE_CARE",
        "子育て" => "ISSUE_CHILD_REARING",
        "ひきこもり" or "不登校" => "ISSUE_WITHDRAWAL_OR_TRUANCY",
        "DV" or "虐待" => "ISSUE_VIOLENCE_OR_ABUSE",
        "障害" or "病気" or "健康" => "ISSUE_HEALTH_OR_DISABILITY",
        "就労" or "失業" => "ISSUE_JOB_SEARCH",
        _ => "ISSUE_OTHER",
    };

    public static string State(string code) => code switch
    {
        "REFERRAL_STATE_DRAFT" => "下書き",
        "REFERRAL_STATE_SENT" => "送付",
        "REFERRAL_STATE_RECEIVED" => "受領",
        "REFERRAL_STATE_ACCEPTED" => "受理",
        "REFERRAL_STATE_RETURNED" => "差戻し",
        "REFERRAL_STATE_DECLINED" => "辞退",
        "REFERRAL_STATE_COMPLETED" => "完了",
        _ => code,
    };
}
