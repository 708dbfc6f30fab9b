namespace Tsunagu.Households.Proposing;

/// <summary>What a person is in a record, by the name of the column of the number.</summary>
static class Roles
{
    static readonly string[] Known =
    [
        "世帯主", "保護者", "受給者", "児童", "対象者", "被保険者", "利用者", "申請者", "請求者", "相手方", "配偶者", "扶養義務者", "納税義務者", "届出人", "名義人", "支援者",
        "代理人", "生徒", "乳幼児",
    ];

    /// <summary>本人 unless the column says otherwise.</summary>
    public static string Of(string header) => Known.FirstOrDefault(r => header.Has(r)) ?? "本人";

    /// <summary>関係者 unless the column says otherwise.</summary>
    public static string OfSecond(string header) => Known.FirstOrDefault(r => header.Has(r)) ?? "関係者";
}
