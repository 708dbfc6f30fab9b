using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>What is to be said about whom records are about.</summary>
static class KeyFindings
{
    /// <summary>Of the key, the second key, 世帯番号 and, without a key, of the columns that name a person.</summary>
    public static IEnumerable<Finding> Of(SampleTable table, KeyFind keys, LayoutDraft draft)
    {
        if (draft.Layout.Kind == FeedKind.Areas)
        {
            yield return new(FindingCodes.Kind, "", Certainty.Likely, "町字と小学校区の一覧です。人の番号はありません。");
            yield break;
        }
        if (keys.Key is { } key)
        {
            foreach (var finding in Key(key, keys, draft))
                yield return finding;
        }
        else
        {
            yield return keys.Certainty == Certainty.Unsure
                ? new(FindingCodes.Key, "", Certainty.Unsure, "宛名番号の列を決められません。列を指定するか、氏名などによる照合にしてください。")
                : new(FindingCodes.Key, "", keys.Certainty, "宛名番号の列はありません。カナ、生年月日などで照合します。");
            if (draft.Layout.Person is { } person)
                yield return new(FindingCodes.Person, "", Certainty.Likely, $"本人を表す列: {string.Join("、", person.Kept())}");
            else
                yield return new(FindingCodes.Person, "", Certainty.Unsure, "本人を表す列が見つかりません。");
        }
        if (keys.Household is { } household)
            yield return new(FindingCodes.HouseholdNumber, household.Name, Certainty.Likely, "世帯番号の列です。本人の番号としては使いません。");
        if (draft.Layout.Resident is not null)
            yield return new(FindingCodes.Kind, "", Certainty.Likely, "住民記録のファイルです。");
        if (draft.Layout.Measure is { } measure)
        {
            yield return new(FindingCodes.Kind, "", Certainty.Likely, "支援措置の一覧です。載っている人の住所などを隠します。");
            foreach (var (field, column) in measure.Named())
                yield return new(FindingCodes.Person, column, Certainty.Likely, field.StartsWith("opponents", StringComparison.Ordinal) ? "相手方の宛名番号の列です。" : "併せて支援を求める者の宛名番号の列です。");
        }
    }

    static IEnumerable<Finding> Key(KeyCandidate key, KeyFind keys, LayoutDraft draft)
    {
        var register = draft.Layout.Resident is not null && key.IsNamed;
        var rate = $"{key.Matched:P0}";
        yield return (keys.Certainty, keys.Empty) switch
        {
            _ when register => new(FindingCodes.Key, key.Column.Name, Certainty.Likely, "宛名番号の列です。"),
            (_, true) => new(FindingCodes.Key, key.Column.Name, Certainty.Unsure, "列の名前から宛名番号と思われますが、住民記録と一致する番号がありません。"),
            (Certainty.Unsure, _) => new(FindingCodes.Key, key.Column.Name, Certainty.Unsure, $"宛名番号と思われますが、確かではありません(住民記録との一致{rate})。"),
            _ => new(FindingCodes.Key, key.Column.Name, keys.Certainty, $"宛名番号の列です(住民記録との一致{rate})。"),
        };
        if (keys.CheckDigit)
            yield return new(FindingCodes.KeyForm, key.Column.Name, Certainty.Unsure, "末尾の1桁は検査数字と思われます。除くと住民記録と一致します。");
        else if (key.Column.Values.Keys.Any(v => v.Length < Domain.RegisterNumber.Length))
            yield return new(FindingCodes.KeyForm, key.Column.Name, Certainty.Certain, "先頭の0が落ちている番号があります。15桁に補って照合します。");
        if (keys.Second is { } second && draft.Layout.SecondKey is not null)
            yield return new(FindingCodes.SecondKey, second.Column.Name, keys.SecondCertainty, keys.SecondCertainty == Certainty.Unsure
                ? "もう一人の宛名番号と思われますが、確かではありません。"
                : $"もう一人の宛名番号の列です(住民記録との一致{second.Matched:P0})。");
    }
}
