using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>What happens at the tax counter: find the person, see the household, record, open a case, call a meeting.</summary>
sealed class CounterDesk(GatewayClient staff)
{
    /// <summary>Searches by what the visitor said; the number of the register decides between namesakes.</summary>
    public async Task<JsonNode> FindAsync(JsonNode scenario, CancellationToken ct)
    {
        var stated = scenario["stated"]!;
        var criteria = new JsonObject { ["birthDate"] = stated.Text("birth") };
        if (stated.Text("kana") != "")
            criteria["kana"] = stated.Text("kana");
        else
            criteria["name"] = stated.Text("name");

        var found = await staff.PostAsync("/v1/residents:search", criteria, ct);
        return Pick(found, scenario)
            ?? Pick(await staff.PostAsync("/v1/residents:search", new JsonObject { ["residentNumber"] = scenario.Text("subject") }, ct), scenario)
            ?? throw new DemoFailure($"相談 {scenario.Text("id")} の本人が見つかりません。");
    }

    public Task<JsonNode> ViewAsync(string householdId, CancellationToken ct) =>
        staff.GetAsync($"/v1/households/{householdId}/view", ct);

    public Task<JsonNode> RecordAsync(JsonNode scenario, JsonNode resident, CancellationToken ct)
    {
        var stated = scenario["stated"]!;
        var issues = (scenario["themes"] as JsonArray ?? []).Select(theme => FormWords.Issue(theme!.ToString())).Distinct().ToArray();
        return staff.WriteAsync("/v1/consultations", new JsonObject
        {
            ["channel"] = FormWords.Channel(scenario.Text("channel")),
            ["desk"] = scenario.Text("desk"),
            ["person"] = new JsonObject
            {
                ["name"] = stated.Text("name"),
                ["kana"] = stated.Text("kana"),
                ["birthDate"] = stated.Text("birth"),
            },
            ["complaint"] = scenario.Text("text"),
            ["mainIssue"] = issues.FirstOrDefault("ISSUE_OTHER"),
            ["issues"] = new JsonArray([.. issues.Select(issue => (JsonNode)issue)]),
            ["urgency"] = "URGENCY_SOON",
            ["consentGiven"] = true,
            ["residentId"] = resident.Text("residentId"),
        }, ct);
    }

    public Task<JsonNode> OpenCaseAsync(JsonNode consultation, CancellationToken ct) =>
        staff.WriteAsync($"/v1/consultations/{consultation.Text("consultationId")}:openCase", [], ct);

    /// <summary>同意 of the person of the case, to share with the partner agency.</summary>
    public Task<JsonNode> ConsentAsync(JsonNode openCase, CancellationToken ct) =>
        staff.WriteAsync("/v1/consents", new JsonObject
        {
            ["consultationId"] = openCase.Text("consultationId"),
            ["giver"] = "CONSENT_GIVER_PERSON",
            ["form"] = "CONSENT_FORM_WRITTEN",
            ["agencyIds"] = new JsonArray(Cast.PartnerAgency),
            ["purposes"] = new JsonArray(GatewayClient.Purpose),
            ["note"] = "家計相談と見守りのため、社会福祉協議会と共有することを説明し、署名を得た",
        }, ct);

    public Task<JsonNode> CallMeetingAsync(JsonNode openCase, CancellationToken ct) =>
        staff.WriteAsync("/v1/meetings", new JsonObject
        {
            ["caseId"] = openCase.Text("caseId"),
            ["kind"] = "MEETING_KIND_SUPPORT_CONFERENCE",
            ["startsAt"] = DateTimeOffset.UtcNow.AddDays(3).ToString("O"),
            ["durationMinutes"] = 60,
            ["place"] = "市役所 第2会議室",
            ["agencyIds"] = new JsonArray(Cast.PartnerAgency),
        }, ct);

    public Task<JsonNode> DecideAsync(JsonNode meeting, CancellationToken ct) =>
        staff.WriteAsync($"/v1/meetings/{meeting.Text("meetingId")}:recordDecision", new JsonObject
        {
            ["text"] = "社会福祉協議会が家計相談と見守りを担う",
            ["responsibleAgencyId"] = Cast.PartnerAgency,
        }, ct);

    static JsonNode? Pick(JsonNode found, JsonNode scenario) =>
        found.Items("matches").Select(match => match["resident"]!)
            .FirstOrDefault(resident => resident.Text("residentNumber").PadLeft(15, '0') == scenario.Text("subject").PadLeft(15, '0'));
}
