using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>What is to be said about the remaining columns and about the feed as a whole.</summary>
static class RoleFindings
{
    /// <summary>Of status, detail, record key, forbidden columns, names.</summary>
    public static IEnumerable<Finding> Of(LayoutDraft draft, SampleTable table, IReadOnlySet<int> forbidden)
    {
        foreach (var column in forbidden.Order().Select(i => table.Columns[i]))
        {
            var named = ForbiddenNumbers.ByHeader(column.Header);
            var number = (named ?? column.ForbiddenByShape) == ForbiddenNumber.IndividualNumber ? "個人番号" : "住民票コード";
            yield return new(FindingCodes.Forbidden, column.Name, named is null ? Certainty.Likely : Certainty.Certain, $"{number}の列です。保存せずに捨てます。");
        }
        if (draft.Layout.Kind == FeedKind.Involvement)
        {
            foreach (var finding in Record(draft))
                yield return finding;
        }
        yield return new(FindingCodes.FeedId, "", draft.FeedId, draft.FeedId == Certainty.Unsure
            ? "取込元の名前をファイル名から作れません。決めてください。"
            : $"取込元の名前はファイル名から「{draft.Layout.FeedId}」とします。");
        yield return new(FindingCodes.Scheme, "", draft.Scheme, draft.Scheme == Certainty.Open
            ? "制度名は分かりません。入力してください。"
            : $"制度は「{draft.Layout.Scheme}」と思われます。");
        if (draft.Layout.Sensitive)
            yield return new(FindingCodes.Sensitivity, "", Certainty.Open, "要配慮個人情報を含むものとして扱います。含まない場合は変更してください。");
        yield return new(FindingCodes.Department, "", Certainty.Open, "所管の部署は分かりません。入力してください。");
    }

    static IEnumerable<Finding> Record(LayoutDraft draft)
    {
        yield return draft.Status.Column is { } status
            ? new(FindingCodes.Status, status.Name, draft.Status.Certainty, "状態を表す列とします。")
            : new(FindingCodes.Status, "", draft.Status.Certainty, "状態の列が見つかりません。終了日によって状態を決めます。");
        foreach (var coded in new[] { draft.Status.Column, draft.Status.Detail }.OfType<SampleColumn>().Where(StatusGuess.IsCode))
            yield return new(FindingCodes.Codes, coded.Name, Certainty.Open, "コードの意味はファイルから分かりません。コード表を入力してください。");
        if (draft.Status.Detail is { } detail)
            yield return new(FindingCodes.Detail, detail.Name, Certainty.Likely, "内容を表す列とします。");
        yield return new(FindingCodes.RecordKey, string.Join("、", draft.RecordKey.Select(c => c.Name)), draft.RecordKeyCertainty, draft.RecordKeyCertainty == Certainty.Unsure
            ? "同じ記録を見分ける列を決めきれません。確認してください。"
            : "この列の組で同じ記録を見分けます。");
    }
}
