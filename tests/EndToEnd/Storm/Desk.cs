using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>Passes one case on with random commands, and holds every answer against the model.</summary>
sealed class Desk(Staff staff, Ledger ledger, Random random)
{
    const int MostCommands = 7;

    readonly SheetModel model = new();
    readonly string from = Staff.Senders[random.Next(Staff.Senders.Count)];
    readonly string to = Staff.Receivers[random.Next(Staff.Receivers.Count)];
    string id = "";
    string version = "";
    string staleVersion = "";

    public async Task WorkAsync(CancellationToken ct)
    {
        var origin = random.Next(8) == 0 ? await new Counter(staff[from], ledger, random).OpenCaseAsync(to, ct) : null;
        if (!await DraftAsync(origin, ct))
            return;
        for (var left = 1 + random.Next(MostCommands); left > 0 && model.Allowed.Count > 0; left--)
            if (!await CommandAsync(ct))
                return;
        ledger.Pass(new Passed(id, from, to, model.State, [.. model.Events]));
    }

    async Task<bool> DraftAsync(JsonNode? openCase, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["toAgencyId"] = to,
            ["content"] = new JsonObject
            {
                ["purpose"] = "家計の困りごとがあるため",
                ["request"] = "家計相談をお願いします",
                ["legalBasis"] = "LEGAL_BASIS_EMERGENCY",
            },
            ["respondBy"] = DateTimeOffset.UtcNow.AddDays(7).ToString("O"),
        };
        if (openCase is not null)
            (body["caseId"], body["consultationId"]) = (openCase["caseId"]!.ToString(), openCase["consultationId"]!.ToString());
        var reply = await AskAsync(staff[from], "/v1/referrals", body, ct);
        if (!reply.IsOk)
            return Fault("draft", reply);
        (id, version) = (reply["referralId"], reply["version"]);
        return true;
    }

    /// <summary>One command, or two that exclude each other; false ends the work because of a fault.</summary>
    Task<bool> CommandAsync(CancellationToken ct) => random.Next(100) switch
    {
        < 5 => WrongStateAsync(Any(model.Refused), ct),
        < 8 => RefusedAsync(staff.Stranger, Any(model.Allowed), "REFERRAL_NOT_FOUND", null, ct),
        < 11 when staleVersion != "" => StaleAsync(Any(model.Allowed), ct),
        < 18 => RivalsAsync(Any(model.Allowed), Any(model.Allowed), ct),
        _ => MoveAsync(Any(model.Allowed), ct),
    };

    async Task<bool> MoveAsync(Verb verb, CancellationToken ct)
    {
        var body = Body(verb, random.Next(2) == 0 ? version : null);
        var reply = await AskAsync(staff[Of(verb)], Path(verb), body, ct);
        if (!reply.IsOk)
            return Fault(verb.ToString(), reply);
        if (!Took(verb, reply))
            return false;
        return random.Next(20) != 0 || await AgainAsync(verb, body, reply, ct);
    }

    /// <summary>The same request_id gives the first answer again, and another body with it is refused.</summary>
    async Task<bool> AgainAsync(Verb verb, JsonObject body, Reply first, CancellationToken ct)
    {
        var again = await AskAsync(staff[Of(verb)], Path(verb), body, ct);
        if (!JsonNode.DeepEquals(again.Body, first.Body))
            return Fault($"{verb} with the same request_id", again);
        body["expectedVersion"] = "1";
        var other = await AskAsync(staff[Of(verb)], Path(verb), body, ct);
        return other.Code == "REQUEST_ID_REUSED" || Fault($"{verb} with a used request_id", other);
    }

    // Of a draft the receiver knows nothing yet.
    Task<bool> WrongStateAsync(Verb verb, CancellationToken ct) =>
        RefusedAsync(staff[Of(verb)], verb, model.State == "DRAFT" ? "REFERRAL_NOT_FOUND" : "REFERRAL_WRONG_STATE", null, ct);

    Task<bool> StaleAsync(Verb verb, CancellationToken ct) => RefusedAsync(staff[Of(verb)], verb, "VERSION_STALE", staleVersion, ct);

    async Task<bool> RefusedAsync(PatientClient who, Verb verb, string code, string? expectedVersion, CancellationToken ct)
    {
        var reply = await AskAsync(who, Path(verb), Body(verb, expectedVersion), ct);
        return reply.Code == code || Fault($"{verb} instead of {code}", reply);
    }

    /// <summary>Two that may each happen alone, at the same moment: one of them does.</summary>
    async Task<bool> RivalsAsync(Verb one, Verb other, CancellationToken ct)
    {
        var replies = await Task.WhenAll(
            AskAsync(staff[Of(one)], Path(one), Body(one, version), ct), AskAsync(staff[Of(other)], Path(other), Body(other, null), ct));
        var (winner, loser) = replies[0].IsOk ? (0, 1) : (1, 0);
        if (!replies[winner].IsOk || replies[loser].Code is not ("REFERRAL_WRONG_STATE" or "VERSION_STALE"))
            return Fault($"{one} ({replies[0]}) beside {other}", replies[1]);
        return Took(winner == 0 ? one : other, replies[winner]);
    }

    bool Took(Verb verb, Reply reply)
    {
        model.Take(verb);
        (staleVersion, version) = (version, reply["version"]);
        return reply["state"] == $"REFERRAL_STATE_{model.State}" || Fault($"{verb} left it {reply["state"]} instead of {model.State}", reply);
    }

    async Task<Reply> AskAsync(PatientClient who, string path, JsonObject body, CancellationToken ct)
    {
        var reply = await who.WriteAsync(path, body, ct);
        ledger.Answered();
        return reply;
    }

    bool Fault(string what, Reply reply)
    {
        ledger.Fault($"{id} {what}: {reply} after [{string.Join(", ", model.Events)}]");
        return false;
    }

    Verb Any(IReadOnlyList<Verb> verbs) => verbs[random.Next(verbs.Count)];

    string Of(Verb verb) => verb is Verb.Send ? from : to;

    string Path(Verb verb) => $"/v1/referrals/{id}:{verb.ToString().ToLowerInvariant()}";

    static JsonObject Body(Verb verb, string? expectedVersion)
    {
        var body = new JsonObject();
        if (expectedVersion is not null)
            body["expectedVersion"] = expectedVersion;
        if (verb is Verb.Return or Verb.Decline)
            body["reason"] = "連絡先を追記してください";
        if (verb is Verb.Complete)
            body["outcome"] = "家計相談を始めました";
        return body;
    }
}
