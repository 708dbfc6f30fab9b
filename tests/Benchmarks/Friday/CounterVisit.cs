using System.Text.Json.Nodes;

namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>A visitor at a counter: found in the register, seen with the household, recorded; half become a case that is passed on.</summary>
static class CounterVisit
{
    static readonly string[] Kana = ["クボタ", "タナカ", "サトウ", "ヤマ", "ナカ", "イシ"];
    static readonly string[] Partners = ["social-welfare-council", "consumer-npo", "jobs-npo"];

    public static async Task RunAsync(Person person, CancellationToken ct)
    {
        var found = await person.PostAsync("counter search", "/v1/residents:search", new() { ["kana"] = Any(Kana, person), ["pageSize"] = 10 }, ct);
        var resident = found?["matches"]?.AsArray() is { Count: > 0 } matches ? matches[person.Random.Next(matches.Count)]!["resident"] : null;
        if (found is null)
            return;
        if (resident is not null)
        {
            person.Think();
            await person.GetAsync("counter view", $"/v1/households/{resident["householdId"]}/view", ct);
        }

        person.Think(2);
        if (await RecordAsync(person, resident, ct) is not { } consultation || person.Random.Next(2) == 0)
            return;
        person.Think();
        if (await person.WriteAsync("counter open case", $"/v1/consultations/{consultation["consultationId"]}:openCase", [], ct) is not { } openCase)
            return;
        person.Think(2);
        var partner = Any(Partners, person);
        if (await ConsentAsync(person, openCase, partner, ct) is { } consent)
            await PassOnAsync(person, openCase, consent, partner, ct);
    }

    static Task<JsonNode?> RecordAsync(Person person, JsonNode? resident, CancellationToken ct)
    {
        var body = new JsonObject { ["channel"] = "CHANNEL_COUNTER", ["complaint"] = "分納の相談", ["mainIssue"] = "ISSUE_TAX_OR_UTILITIES" };
        if (resident is not null)
            body["residentId"] = resident["residentId"]!.ToString();
        return person.WriteAsync("counter record", "/v1/consultations", body, ct);
    }

    static Task<JsonNode?> ConsentAsync(Person person, JsonNode openCase, string partner, CancellationToken ct) =>
        person.WriteAsync("consent record", "/v1/consents", new()
        {
            ["consultationId"] = openCase["consultationId"]!.ToString(),
            ["giver"] = "CONSENT_GIVER_PERSON",
            ["form"] = "CONSENT_FORM_WRITTEN",
            ["agencyIds"] = new JsonArray(partner),
            ["purposes"] = new JsonArray("consultation"),
        }, ct);

    static async Task PassOnAsync(Person person, JsonNode openCase, JsonNode consent, string partner, CancellationToken ct)
    {
        var draft = await person.WriteAsync("referral create", "/v1/referrals", new()
        {
            ["caseId"] = openCase["caseId"]!.ToString(),
            ["consultationId"] = openCase["consultationId"]!.ToString(),
            ["toAgencyId"] = partner,
            ["content"] = new JsonObject
            {
                ["purpose"] = "家計の困りごと",
                ["request"] = "家計相談をお願いします",
                ["legalBasis"] = "LEGAL_BASIS_CONSENT",
                ["consentId"] = consent["consentId"]!.ToString(),
            },
            ["respondBy"] = DateTimeOffset.UtcNow.AddDays(7).ToString("O"),
        }, ct);
        if (draft is null)
            return;
        person.Think();
        await person.WriteAsync("referral send", $"/v1/referrals/{draft["referralId"]}:send", [], ct);
    }

    static string Any(string[] values, Person person) => values[person.Random.Next(values.Length)];
}
