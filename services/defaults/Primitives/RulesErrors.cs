namespace Tsunagu.ServiceDefaults.Primitives;

/// <summary>Refusals that all tables of rules share, each table under codes of its own.</summary>
/// <param name="prefix">What the codes begin with, such as <c>SHARING_RULES</c>.</param>
/// <param name="name">What people call the table, such as 情報共有の規則.</param>
public sealed class RulesErrors(string prefix, string name)
{
    /// <summary><c>…_NOT_FOUND</c>: no such version, or none in force on the day.</summary>
    public Refusal NotFound() => new(RefusalKind.NotFound, $"{prefix}_NOT_FOUND", $"{name}が見つかりません。");

    /// <summary><c>…_START_PAST</c>: the first day is over.</summary>
    public Refusal StartPast() => Field("START_PAST", "starts_on", "施行日には今日以降の日を指定してください。");

    /// <summary><c>…_OVERTAKEN</c>: another version was approved since.</summary>
    public Refusal Overtaken() =>
        new(RefusalKind.WrongState, $"{prefix}_OVERTAKEN", "その後に別の版が承認されています。最新の版をもとに提案し直してください。");

    /// <summary><c>…_DECIDED</c>: it was approved or rejected before.</summary>
    public Refusal Decided() => new(RefusalKind.WrongState, $"{prefix}_DECIDED", "この提案はすでに承認または却下されています。");

    /// <summary><c>…_SAME_PERSON</c>: nobody approves their own proposal.</summary>
    public Refusal SamePerson() =>
        new(RefusalKind.Forbidden, $"{prefix}_SAME_PERSON", "自分の提案は承認できません。ほかの職員に依頼してください。");

    /// <summary><c>…_CITY_ONLY</c>: the rules are the city's to make.</summary>
    public Refusal CityOnly() => new(RefusalKind.Forbidden, $"{prefix}_CITY_ONLY", $"{name}は、市の部署の職員だけが変更できます。");

    /// <summary>A field that is wrong, under a code of the table.</summary>
    /// <param name="code">What follows the prefix, such as <c>INCOMPLETE</c>.</param>
    /// <param name="field">Field path as in the contract.</param>
    /// <param name="detail">What to do, in Japanese.</param>
    public Refusal Field(string code, string field, string detail) =>
        new(RefusalKind.Invalid, $"{prefix}_{code}", detail, [new FieldViolation(field, detail)]);
}
