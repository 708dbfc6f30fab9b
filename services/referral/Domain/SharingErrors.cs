using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Domain;

/// <summary>Every refusal about the sharing rules, by stable code.</summary>
public static class SharingErrors
{
    /// <summary>No such version, or none in force on the day.</summary>
    public static Refusal NotFound() => new(RefusalKind.NotFound, "SHARING_RULES_NOT_FOUND", "情報共有の規則が見つかりません。");

    /// <summary>A basis has no rule, or more than one.</summary>
    public static Refusal Incomplete() => Field("SHARING_RULES_INCOMPLETE", "rules", "法的根拠ごとに規則を1つずつ指定してください。");

    /// <summary>The first day is over.</summary>
    public static Refusal StartPast() => Field("SHARING_RULES_START_PAST", "starts_on", "施行日には今日以降の日を指定してください。");

    /// <summary>A role that opens no records.</summary>
    public static Refusal GiverInvalid() => Field("SHARING_RULES_GIVER_INVALID", "rules.givers", "閲覧許可を設定できる役割ではありません。");

    /// <summary>Another version was approved since.</summary>
    public static Refusal Overtaken() =>
        new(RefusalKind.WrongState, "SHARING_RULES_OVERTAKEN", "その後に別の版が承認されています。最新の版をもとに提案し直してください。");

    /// <summary>It was approved or rejected before.</summary>
    public static Refusal Decided() => new(RefusalKind.WrongState, "SHARING_RULES_DECIDED", "この提案はすでに承認または却下されています。");

    /// <summary>Nobody approves their own proposal.</summary>
    public static Refusal SamePerson() =>
        new(RefusalKind.Forbidden, "SHARING_RULES_SAME_PERSON", "自分の提案は承認できません。ほかの職員に依頼してください。");

    /// <summary>The rules are the city's to make.</summary>
    public static Refusal CityOnly() =>
        new(RefusalKind.Forbidden, "SHARING_RULES_CITY_ONLY", "情報共有の規則は、市の部署の職員だけが変更できます。");

    static Refusal Field(string code, string field, string detail) =>
        new(RefusalKind.Invalid, code, detail, [new FieldViolation(field, detail)]);
}
