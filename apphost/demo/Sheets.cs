using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>つなぐシート from both ends.</summary>
sealed class Sheets(GatewayClient sender, GatewayClient receiver)
{
    public Task<JsonNode> CreateAsync(JsonNode openCase, JsonNode consent, CancellationToken ct) =>
        sender.WriteAsync("/v1/referrals", new JsonObject
        {
            ["caseId"] = openCase.Text("caseId"),
            ["consultationId"] = openCase.Text("consultationId"),
            ["toAgencyId"] = Cast.PartnerAgency,
            ["content"] = new JsonObject
            {
                ["purpose"] = "税の滞納の背景に家計と介護の困りごとがあるため",
                ["request"] = "家計相談と見守りをお願いします",
                ["alreadyTried"] = "分納の相談を受け、納付を猶予しました",
                ["householdPicture"] = "高齢の親と同居の子の世帯",
                ["personsWish"] = "まず生活を立て直したい",
                ["legalBasis"] = "LEGAL_BASIS_CONSENT",
                ["consentId"] = consent.Text("consentId"),
                ["contact"] = "納税課 内線 1234",
            },
            ["respondBy"] = DateTimeOffset.UtcNow.AddDays(7).ToString("O"),
        }, ct);

    public Task<JsonNode> SendAsync(string id, CancellationToken ct) => Do(sender, id, "send", [], ct);

    public Task<JsonNode> ReceiveAsync(string id, CancellationToken ct) => Do(receiver, id, "receive", [], ct);

    public Task<JsonNode> AcceptAsync(string id, CancellationToken ct) => Do(receiver, id, "accept", [], ct);

    public Task<JsonNode> ReturnAsync(string id, CancellationToken ct) =>
        Do(receiver, id, "return", new JsonObject { ["reason"] = "連絡先を追記してください" }, ct);

    public Task<JsonNode> DeclineAsync(string id, CancellationToken ct) =>
        Do(receiver, id, "decline", new JsonObject { ["reason"] = "対象地区の外です" }, ct);

    public Task<JsonNode> CompleteAsync(string id, CancellationToken ct) =>
        Do(receiver, id, "complete", new JsonObject { ["outcome"] = "家計相談を開始し、見守りにつながりました" }, ct);

    static Task<JsonNode> Do(GatewayClient who, string id, string verb, JsonObject body, CancellationToken ct) =>
        who.WriteAsync($"/v1/referrals/{id}:{verb}", body, ct);
}
