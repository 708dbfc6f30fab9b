using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>Every refusal about the sharing rules, by stable code.</summary>
public static class SharingErrors
{
    /// <summary>
    /// Those of versions: SHARING_RULES_NOT_FOUND, SHARING_RULES_START_PAST, SHARING_RULES_OVERTAKEN, SHARING_RULES_DECIDED, SHARING_RULES_SAME_PERSON,
    /// SHARING_RULES_CITY_ONLY.
    /// </summary>
    public static RulesErrors Rules { get; } = new("SHARING_RULES", "情報共有の規則");

    /// <summary>SHARING_RULES_INCOMPLETE: a basis has no rule, or more than one.</summary>
    public static Refusal Incomplete() => Rules.Field("INCOMPLETE", "rules", "法的根拠ごとに規則を1つずつ指定してください。");

    /// <summary>SHARING_RULES_GIVER_INVALID: a role that opens no records.</summary>
    public static Refusal GiverInvalid() => Rules.Field("GIVER_INVALID", "rules.givers", "閲覧許可を設定できる役割ではありません。");
}
