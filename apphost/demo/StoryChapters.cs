using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>One household's story: from the tax counter to the partner agency and to the meeting.</summary>
sealed class StoryChapters(Cast cast, City city, Narrator narrator, PartnerReceiver partner)
{
    static readonly TimeSpan WebhookPatience = TimeSpan.FromMinutes(2);

    /// <summary>Event types the partner must have received for the story's referral, in order.</summary>
    public static IReadOnlyList<string> Expected { get; } =
        ["referral.sent", "referral.received", "referral.accepted", "referral.completed"];

    /// <summary>Tells it and answers the referral's id.</summary>
    public async Task<string> TellAsync(CancellationToken ct)
    {
        var scenario = city.Consultations() is [var first, ..] ? first : throw new DemoFailure("本人の分かる相談の例がありません。");
        var desk = new CounterDesk(cast.TaxCounter);

        narrator.Chapter($"{scenario.Text("desk")}の窓口に相談が来ました");
        var resident = await desk.FindAsync(scenario, ct);
        narrator.Line("聞き取った生年月日と氏名から、住民を 1 人見つけました");
        Show(await desk.ViewAsync(resident.Text("householdId"), ct));

        narrator.Chapter("受付票を記録し、事例を開きます");
        var consultation = await desk.RecordAsync(scenario, resident, ct);
        var openCase = await desk.OpenCaseAsync(consultation, ct);
        narrator.Line($"受付票 {consultation.Text("consultationId")}");
        narrator.Line($"事例　 {openCase.Text("caseId")}（担当者 {openCase.Text("responsibleStaffId")}）");

        var consent = await desk.ConsentAsync(openCase, ct);
        narrator.Line($"同意　 {consent.Text("consentId")}（社会福祉協議会との共有）");

        var referralId = await PassOnAsync(openCase, consent, ct);
        await MeetAsync(desk, openCase, ct);
        return referralId;
    }

    async Task<string> PassOnAsync(JsonNode openCase, JsonNode consent, CancellationToken ct)
    {
        narrator.Chapter("つなぐシートを社会福祉協議会へ送ります");
        var sheets = new Sheets(cast.TaxCounter, cast.Partner);
        var id = (await sheets.CreateAsync(openCase, consent, ct)).Text("referralId");
        foreach (var step in new Func<string, CancellationToken, Task<JsonNode>>[]
            { sheets.SendAsync, sheets.ReceiveAsync, sheets.AcceptAsync, sheets.CompleteAsync })
        {
            narrator.Line($"{FormWords.State((await step(id, ct)).Text("state"))}　{id}");
        }

        narrator.Chapter("社会福祉協議会のシステムに、署名付きの通知が届きます");
        await WaitForWebhooksAsync(id, ct);
        foreach (var received in partner.History.DistinctBy(received => received.Id).Where(received => received.ReferralId == id))
            narrator.Line($"{received.Type}（{received.Sequence} 番目、署名を確認しました）");

        var inbox = await cast.TaxCounter.GetAsync("/v1/inbox?pageSize=200", ct);
        narrator.Line($"納税課の受信箱: {inbox.Items("items").Count(item => item.Text("subjectId") == id)} 件のお知らせ");
        return id;
    }

    async Task WaitForWebhooksAsync(string referralId, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (partner.History.Where(received => received.ReferralId == referralId).DistinctBy(received => received.Id).Count() < Expected.Count)
        {
            if (waited.Elapsed > WebhookPatience)
                throw new DemoFailure("通知が届きません。");
            await Task.Delay(100, ct);
        }
    }

    async Task MeetAsync(CounterDesk desk, JsonNode openCase, CancellationToken ct)
    {
        narrator.Chapter("支援会議を開き、役割を決めます");
        var meeting = await desk.CallMeetingAsync(openCase, ct);
        var held = await desk.DecideAsync(meeting, ct);
        narrator.Line($"支援会議 {held.Text("meetingId")}　決定事項 {held.Items("decisions").Count()} 件");
    }

    void Show(JsonNode view)
    {
        foreach (var member in view.Items("members"))
        {
            var facts = member.Items("involvement").Where(fact => fact.Text("open") == "true")
                .Select(fact => $"{fact.Text("scheme")} {fact.Text("status")}".Trim()).Distinct().ToArray();
            narrator.Line($"・{member["resident"]!.Text("relationship")} {member.Text("age")} 歳　{(facts.Length == 0 ? "関与なし" : string.Join('、', facts))}");
        }
    }
}
