namespace Tsunagu.AppHost.Demo;

/// <summary>Compares what was acknowledged to the senders with what the partner's own history holds.</summary>
static class HistoryCheck
{
    /// <summary>One line a fault; none when nothing is lost, out of order or doubled.</summary>
    /// <param name="acknowledged">Event types of each referral in the order its commands were acknowledged.</param>
    /// <param name="history">The receiver's history in order of arrival, repeats included.</param>
    public static IReadOnlyList<string> Faults(
        IReadOnlyDictionary<string, IReadOnlyList<string>> acknowledged, IReadOnlyList<Received> history)
    {
        var once = history.DistinctBy(received => received.Id).ToLookup(received => received.ReferralId);
        return
        [
            .. acknowledged.SelectMany(referral => Faults(referral.Key, referral.Value, [.. once[referral.Key]])),
            .. once.Where(group => !acknowledged.ContainsKey(group.Key)).Select(group => $"{group.Key}: 送っていない連携の通知があります"),
        ];
    }

    static IEnumerable<string> Faults(string referral, IReadOnlyList<string> expected, IReadOnlyList<Received> seen)
    {
        foreach (var lost in expected.Skip(seen.Count))
            yield return $"{referral}: {lost} が届いていません";
        foreach (var extra in seen.Skip(expected.Count))
            yield return $"{referral}: {extra.Type}（{extra.Sequence}）が余分に届きました";
        foreach (var ((type, received), index) in expected.Zip(seen).Select((pair, index) => (pair, index)))
        {
            if (received.Type != type || received.Sequence != index + 1)
                yield return $"{referral}: {index + 1} 番目は {type} のはずが {received.Type}（{received.Sequence}）でした";
        }
    }
}
