using System.Diagnostics;

namespace Tsunagu.AppHost.Demo;

/// <summary>The same work again while processes are killed, and the comparison at the end.</summary>
sealed class StormChapter(Cast cast, City city, Narrator narrator, PartnerReceiver partner, HttpClient dashboard)
{
    static readonly TimeSpan Settling = TimeSpan.FromMinutes(3);

    public async Task TellAsync(DemoOptions options, string storyReferral, CancellationToken ct)
    {
        narrator.Chapter($"連携を続けながら、プロセスを {options.Kills} 回停止させます（乱数の種 {options.Seed}）");
        var storm = new Storm(cast, city, options.Seed);
        using var stop = new CancellationTokenSource();
        var work = storm.RunAsync(stop.Token, ct);
        var kills = new Killer(dashboard, new Random(options.Seed), narrator).RunAsync(options.Kills, ct);
        await await Task.WhenAny(work, kills);
        await stop.CancelAsync();
        await work;

        var expected = storm.Acknowledged.Append(new(storyReferral, StoryChapters.Expected)).ToDictionary();
        var faults = await SettleAsync(expected, ct);
        narrator.Line($"連携 {expected.Count} 件、通知 {expected.Values.Sum(events => events.Count)} 件、"
            + $"受信 {partner.History.Count} 回（同じ通知の再送 {partner.History.Count - partner.History.DistinctBy(r => r.Id).Count()} 回、署名の不一致 {partner.Refused} 回）");
        if (faults.Count > 0)
            throw new DemoFailure("通知の履歴が一致しません:\n" + string.Join('\n', faults));
        narrator.Line("失われた通知、順序の乱れ、重複はありません");
    }

    /// <summary>Waits until the last webhook is in, at most <see cref="Settling"/>.</summary>
    async Task<IReadOnlyList<string>> SettleAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> expected, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var faults = HistoryCheck.Faults(expected, partner.History);
            if (faults.Count == 0 || waited.Elapsed > Settling)
                return faults;
            await Task.Delay(500, ct);
        }
    }
}
