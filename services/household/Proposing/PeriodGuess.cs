using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>Tells the dates that bound a record from those that only belong to it.</summary>
static class PeriodGuess
{
    static readonly (int Rank, string[] Words)[] Starts =
    [
        (6, ["開始", "START", "FROM", "KAISHI", "始期"]),
        (5, ["取得", "入所", "入居", "入園", "入院", "登録", "適用", "加入", "利用開始"]),
        (4, ["交付", "支給", "提供", "認定", "決定", "該当", "発生", "資格"]),
        (3, ["実施", "接種", "受診", "受付", "受理", "相談"]),
        (2, ["申請", "届出"]),
    ];

    static readonly string[] Aside = ["再", "次回", "同意", "策定", "審査", "作成", "更新", "抽出", "処理", "請求", "納期", "前回", "異動", "届出期限", "変更"];

    static readonly string[] Endings =
    [
        "終了", "満了", "期限", "喪失", "廃止", "退所", "退居", "退去", "退園", "返還", "抹消", "終結", "消滅", "解除", "脱退", "中止", "END", "SHURYO", "終期", "解約",
        "完了", "TO",
    ];

    /// <summary>By the names of the columns; without names by order.</summary>
    public static PeriodFind Of(IReadOnlyList<DateFind> dates, DateFind? birth)
    {
        var others = dates.Where(d => d != birth && !HeaderWords.IsBirth(d.Column.Header)).ToList();
        return others.Exists(d => d.Column.Header.Length > 0) ? ByName(others) : ByOrder(others);
    }

    static PeriodFind ByName(List<DateFind> dates)
    {
        var ends = dates.Where(d => IsEnd(d.Column.Header)).ToList();
        var ranked = dates.Except(ends).Select(d => (Date: d, Rank: RankOf(d.Column.Header))).Where(d => d.Rank > 0)
            .OrderByDescending(d => d.Rank).ThenBy(d => d.Date.Column.Index).ToList();
        var start = ranked.Count > 0 ? ranked[0].Date : null;
        var rival = ranked.Count > 1 && ranked[1].Rank == ranked[0].Rank;
        var month = start is not null && DateGuess.IsMonth(start.Style);
        if (start is not null && ends.Count == 0 && !month && start.Column.Header.Has("実施", "接種", "受診"))
            return new PeriodFind(start, Certainty.Likely, [start], Certainty.Likely, false);
        return new PeriodFind(
            start,
            start is null || rival || ranked[0].Rank <= 2 ? Certainty.Unsure : Certainty.Likely,
            ends,
            Certainty.Likely,
            month && ends.Count == 0);
    }

    static PeriodFind ByOrder(List<DateFind> dates)
    {
        if (dates.Count == 0)
            return new PeriodFind(null, Certainty.Unsure, [], Certainty.Unsure, false);
        var start = dates[0];
        if (DateGuess.IsMonth(start.Style))
            return new PeriodFind(start, Certainty.Unsure, [], Certainty.Unsure, true);
        var end = dates.Skip(1).FirstOrDefault(d => Follows(start, d));
        return new PeriodFind(start, Certainty.Unsure, end is null ? [] : [end], Certainty.Unsure, false);
    }

    static bool Follows(DateFind start, DateFind end)
    {
        var both = start.Dates.Zip(end.Dates).Where(p => p.First is not null && p.Second is not null)
            .Select(p => (From: (p.First ?? default).Assumed, To: (p.Second ?? default).Assumed)).ToList();
        return both.Count > 0 && both.Count(p => p.From <= p.To) >= both.Count * 0.95;
    }

    static bool IsEnd(string header) => (header.Has(Endings) || header.Ends("至")) && !header.Has("開始", "START", "申請期限", "納期限", "STORE");

    static int RankOf(string header) =>
        header.Has(Aside) ? 0 : header.Ends("自") ? 6 : Starts.Where(s => header.Has(s.Words)).Select(s => s.Rank).DefaultIfEmpty(0).Max();
}
