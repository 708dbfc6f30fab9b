using System.Text.Json.Nodes;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>A partner agency looks at what is new since it last did: the event feed, the inbox, and what was sent to it is read and answered.</summary>
sealed class PartnerLook(string agency)
{
    const int AtOnce = 3;
    string cursor = "";
    string inbox = "";

    public async Task RunAsync(Person person, CancellationToken ct)
    {
        if (await person.GetAsync("partner events", $"/v1/referral-events?pageSize=100&after={cursor}", ct) is not { } feed)
            return;
        // Two looks of one agency may overlap; the answer to what both saw is a refusal for one of them, so each is answered by one.
        var seen = cursor;
        var next = feed["nextCursor"]?.ToString() ?? seen;
        if (Interlocked.CompareExchange(ref cursor, next, seen) != seen)
            return;
        if (await person.GetAsync("partner inbox", $"/v1/inbox?pageSize=50&after={inbox}", ct) is { } lines)
            inbox = lines["nextCursor"]?.ToString() ?? inbox;
        var sent = (feed["events"]?.AsArray() ?? []).Where(one => one!["type"]!.ToString() == "referral.sent" && one["toAgencyId"]!.ToString() == agency);
        foreach (var one in sent.Take(AtOnce).ToList())
            await AnswerAsync(person, one!["referralId"]!.ToString(), ct);
    }

    static async Task AnswerAsync(Person person, string id, CancellationToken ct)
    {
        person.Think();
        if (await person.GetAsync("partner read", $"/v1/referrals/{id}", ct) is not { } read || read["state"]!.ToString() != "REFERRAL_STATE_SENT")
            return;
        if (await person.WriteAsync("partner receive", $"/v1/referrals/{id}:receive", [], ct) is null)
            return;
        person.Think();
        if (person.Random.Next(4) == 0)
            await person.WriteAsync("partner return", $"/v1/referrals/{id}:return", new JsonObject { ["reason"] = "連絡先を追記してください" }, ct);
        else
            await person.WriteAsync("partner accept", $"/v1/referrals/{id}:accept", [], ct);
    }
}
