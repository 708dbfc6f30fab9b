using Tsunagu.Tests.TestKit.Webhooks;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>After the storm: every receiver's own history beside what was acknowledged.</summary>
sealed class Reckoning(Staff staff, Ledger ledger, WebhookReceiver receiver)
{
    /// <summary>Webhooks of an agency in order of first arrival; repeats are allowed and count once.</summary>
    public IEnumerable<string> Webhooks(string agency) => Histories.Faults(
        $"webhooks of {agency}",
        Histories.OfAgency(agency, ledger.Referrals),
        receiver.Proven.Where(one => one.Name == agency).DistinctBy(one => one.Id).Select(one => new Seen(one.ReferralId, one.Type, one.Sequence)));

    /// <summary>The event feed from its beginning; whoever read along saw the same, nothing skipped and nothing behind the cursor.</summary>
    public async Task<List<string>> FeedAsync(string agency, FeedTail along, CancellationToken ct)
    {
        var fresh = new FeedTail(staff[agency]);
        await fresh.RunAsync(new CancellationToken(canceled: true), ct);
        var faults = Histories.Faults($"feed of {agency}", Histories.OfAgency(agency, ledger.Referrals), fresh.Read.Select(one => one.Event)).ToList();
        if (!fresh.Read.SequenceEqual(along.Read))
            faults.Add($"feed of {agency}: who read along saw {along.Read.Count} of {fresh.Read.Count} events, or others");
        return faults;
    }

    /// <summary>The inbox from its beginning: each event it is told of once, in order; each meeting once.</summary>
    public async Task<List<string>> InboxAsync(string agency, CancellationToken ct)
    {
        var lines = await InboxReading.AllAsync(staff[agency], ct);
        var faults = Histories.Faults(
            $"inbox of {agency}",
            Histories.OfInbox(agency, ledger.Referrals),
            lines.Where(line => line.SubjectType == "referral").Select(line => new Seen(line.SubjectId, line.Type, 0))).ToList();
        var called = lines.Where(line => line.Type == "meeting.called").Select(line => line.SubjectId).Order(StringComparer.Ordinal);
        if (!called.SequenceEqual(ledger.Meetings.Where(meeting => meeting.Invited == agency).Select(meeting => meeting.Id).Order(StringComparer.Ordinal)))
            faults.Add($"inbox of {agency}: meetings are not those that were called");
        return faults;
    }

    /// <summary>Who watched live saw what the inbox holds, from the first line it was sent.</summary>
    public async Task<List<string>> WatchAsync(string agency, InboxWatch watch, CancellationToken ct)
    {
        var lines = watch.Lines;
        if (lines.Count == 0)
            return [$"watch of {agency}: it saw nothing"];
        var all = await InboxReading.AllAsync(staff[agency], ct);
        var due = all.SkipWhile(line => line.Cursor != lines[0].Cursor).ToList();
        return due.SequenceEqual(lines) ? [] : [$"watch of {agency}: it saw {lines.Count} lines of {due.Count}, or others"];
    }
}
