using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>What comes before some referrals: a person is searched, a consultation recorded, a case opened, sometimes a meeting held.</summary>
sealed class Counter(PatientClient staff, Ledger ledger, Random random)
{
    /// <summary>The case; null when an answer was not as it must be.</summary>
    public async Task<JsonNode?> OpenCaseAsync(string partner, CancellationToken ct)
    {
        if (await DoneAsync("search", staff.PostAsync("/v1/residents:search", new JsonObject { ["kana"] = "クボタ", ["pageSize"] = 1 }, ct)) is not { } found
            || await DoneAsync("record", staff.WriteAsync("/v1/consultations", Consultation(found), ct)) is not { } consultation
            || await DoneAsync("open case", staff.WriteAsync($"/v1/consultations/{consultation["consultationId"]}:openCase", [], ct)) is not { } openCase)
            return null;
        ledger.Record(consultation["consultationId"]!.ToString());
        if (random.Next(2) == 0)
            await MeetAsync(openCase, partner, ct);
        return openCase;
    }

    async Task MeetAsync(JsonNode openCase, string partner, CancellationToken ct)
    {
        var call = new JsonObject
        {
            ["caseId"] = openCase["caseId"]!.ToString(),
            ["kind"] = "MEETING_KIND_SUPPORT_CONFERENCE",
            ["startsAt"] = DateTimeOffset.UtcNow.AddDays(3).ToString("O"),
            ["durationMinutes"] = 60,
            ["agencyIds"] = new JsonArray(partner),
        };
        if (await DoneAsync("call", staff.WriteAsync("/v1/meetings", call, ct)) is not { } meeting)
            return;
        var decision = new JsonObject { ["text"] = "家計相談を担う", ["responsibleAgencyId"] = partner };
        if (await DoneAsync("decide", staff.WriteAsync($"/v1/meetings/{meeting["meetingId"]}:recordDecision", decision, ct)) is not null)
            ledger.Meet(meeting["meetingId"]!.ToString(), partner);
    }

    static JsonObject Consultation(JsonNode found) => new()
    {
        ["channel"] = "CHANNEL_COUNTER",
        ["complaint"] = "督促状が届いて困っている",
        ["mainIssue"] = "ISSUE_TAX_OR_UTILITIES",
        ["residentId"] = found["matches"]![0]!["resident"]!["residentId"]!.ToString(),
    };

    async Task<JsonNode?> DoneAsync(string what, Task<Reply> call)
    {
        var reply = await call;
        ledger.Answered();
        if (!reply.IsOk)
            ledger.Fault($"{what}: {reply}");
        return reply.IsOk ? reply.Body : null;
    }
}
