namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>A partner's program that reads the event feed of its agency, page after page, from the cursor it got to.</summary>
sealed class FeedTail(PatientClient partner)
{
    readonly List<(Seen Event, string Cursor)> read = [];

    /// <summary>What it read, in order.</summary>
    public IReadOnlyList<(Seen Event, string Cursor)> Read => read;

    /// <summary>Reads along until told to stop, then to the end.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken ct)
    {
        var atEnd = false;
        while (!stop.IsCancellationRequested || !atEnd)
        {
            atEnd = await PageAsync(ct) == 0;
            if (atEnd)
                await Task.Delay(200, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<int> PageAsync(CancellationToken ct)
    {
        var after = read.Count > 0 ? read[^1].Cursor : "";
        var page = await partner.GetAsync($"/v1/referral-events?pageSize=1000&after={after}", ct);
        if (!page.IsOk)
            throw new InvalidOperationException($"The feed answered {page}.");
        var events = page.Body["events"]?.AsArray() ?? [];
        foreach (var one in events)
            read.Add((new(one!["referralId"]!.ToString(), one["type"]!.ToString(), long.Parse(one["sequence"]!.ToString(), null)), one["cursor"]!.ToString()));
        return events.Count;
    }
}
