using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>Finds the columns that say how it stands with a person and what it is about.</summary>
static class StatusGuess
{
    const int MostValues = 40;
    const int LongestLabel = 30;

    static readonly (int Rank, string[] Words)[] Statuses =
    [
        (10, ["状態", "状況", "ステータス", "STATUS", "JOTAI", "要介護度"]),
        (9, ["認定区分", "支給区分", "課税区分", "資格区分", "判定区分", "判定結果", "決定区分", "結果区分", "医療区分", "同意区分", "等級", "程度", "結果"]),
        (7, ["区分", "種類", "割合", "KBN", "KUBUN"]),
        (5, ["事業", "種別"]),
    ];

    static readonly (int Rank, string[] Words)[] Details =
    [
        (9, ["相談区分", "相談内容区分", "施設名", "団地名", "項目名", "事業所名", "園名"]),
        (8, ["障害種別", "障害支援区分", "要件", "内容", "サービス種"]),
        (6, ["種別", "種類", "学校名", "センター名"]),
    ];

    static readonly string[] Aside =
    [
        "性別", "続柄", "事由", "理由", "フラグ", "有無", "年度", "学年", "経路", "担当", "加入保険", "枝番", "世帯主", "申請区分", "徴収", "所得", "更正", "番号", "備考",
        "特記", "住民種別", "FLG", "男女", "金額", "月額", "料",
    ];

    static readonly (string End, string Open, string Ended)[] Pairs =
    [
        ("喪失", "加入中", "喪失"), ("消滅", "受給中", "消滅"), ("廃止", "受給中", "廃止"), ("返還", "交付中", "返還"), ("退所", "入所中", "退所"), ("退去", "入居中", "退去"),
        ("退居", "入居中", "退居"), ("抹消", "登録中", "抹消"), ("終結", "継続中", "終結"),
    ];

    /// <summary>By name and by how few different values a column has.</summary>
    /// <param name="columns">Columns of no other role.</param>
    /// <param name="period">From when to when records hold.</param>
    public static StatusFind Of(IReadOnlyList<SampleColumn> columns, PeriodFind period)
    {
        var coded = columns.Where(c => IsCoded(c) && !c.Header.Has(Aside)).ToList();
        var detail = Ranked(columns.Where(c => IsLabel(c) && !c.Header.Has("コード", "CD", "番号")), Details);
        var ranked = Ranked(coded, Statuses);
        var best = ranked.Count > 0 ? ranked[0].Column : coded.FirstOrDefault(c => c.Header.Length == 0);
        if (best is null)
            return new StatusFind(ByEnd(period), null, Certainty.Unsure, detail.Select(d => d.Column).FirstOrDefault());
        var sure = ranked.Count > 0 && ranked[0].Rank >= 7 && (ranked.Count == 1 || ranked[1].Rank < ranked[0].Rank);
        return new StatusFind(
            new StatusRule { Column = best.Name },
            best,
            sure ? Certainty.Likely : Certainty.Unsure,
            detail.Select(d => d.Column).FirstOrDefault(c => c != best) ?? ranked.Skip(1).Where(r => r.Rank >= 7).Select(r => r.Column).FirstOrDefault());
    }

    /// <summary>True for values of one or a few characters, which need a table to be read.</summary>
    public static bool IsCode(SampleColumn column) =>
        column.Values.Count > 0 && column.Values.Keys.All(v => v.Length <= 4 && v.All(char.IsAsciiLetterOrDigit));

    static List<(SampleColumn Column, int Rank)> Ranked(IEnumerable<SampleColumn> columns, (int Rank, string[] Words)[] words) =>
        [.. columns.Select(c => (Column: c, Rank: words.Where(w => c.Header.Has(w.Words)).Select(w => w.Rank).DefaultIfEmpty(0).Max()))
            .Where(c => c.Rank > 0).OrderByDescending(c => c.Rank).ThenBy(c => c.Column.Index)];

    static bool IsCoded(SampleColumn column) => IsLabel(column) && column.Values.Count <= MostValues
        && (column.Values.Count <= 12 || column.Variety <= 0.2) && column.Shape != CellShape.Amount && (column.Values.Count < column.Filled || column.Filled < 10);

    static bool IsLabel(SampleColumn column) =>
        column.Filled > 0 && column.Shape is not (CellShape.Date or CellShape.Amount) && column.Values.Keys.All(v => v.Length <= LongestLabel);

    static StatusRule ByEnd(PeriodFind period)
    {
        var header = string.Concat(period.Ends.Select(e => e.Column.Header));
        var pair = Pairs.FirstOrDefault(p => header.Has(p.End), (End: "", Open: "有効", Ended: "終了"));
        return new StatusRule { Open = pair.Open, Ended = pair.Ended };
    }
}
