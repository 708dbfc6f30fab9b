using System.Text;
using Google.Api;
using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    // Line ends at both ends: a door that adds or loses one is found.
    static readonly byte[] Memo = Encoding.UTF8.GetBytes("\n訪問の覚え書き\n\n");

    static SupportSource Told => new() { Kind = SupportSourceKind.Visit, LearnedOn = "2026-04-01" };

    async Task SupportAsync(Resident resident)
    {
        var who = new SupportPersonRef { ResidentId = resident.ResidentId };
        var household = await AskAsync<SupportHousehold>(
            TaxCounter,
            new CreateSupportHouseholdRequest { RequestId = NewRequest(), Members = { new Membership { Who = who, Presence = Presence.LivesHere } }, Source = Told });
        var daughter = await AskAsync<SupportFact>(TaxCounter, Recorded(household, r => r.OutsidePerson = new() { Name = "遠山　花江", BirthDate = "1962" }));
        var tie = await AskAsync<SupportFact>(
            TaxCounter, Recorded(household, r => r.Tie = new() { From = who, To = new() { PersonId = daughter.FactId }, Kind = TieKind.Caregiver }));
        await AskAsync<SupportFact>(TaxCounter, new CorrectSupportFactRequest
        {
            RequestId = NewRequest(),
            FactId = daughter.FactId,
            ExpectedVersion = daughter.Version,
            OutsidePerson = new() { Name = "遠山　花恵", BirthDate = "1962" },
            Source = Told,
            Reason = "聞き違い",
        });
        await AskAsync<SupportHousehold>(TaxCounter, new GetSupportHouseholdRequest { SupportHouseholdId = household.SupportHouseholdId, AsOf = "2026-04-01" });
        await AskAsync<HouseholdView>(TaxCounter, new GetHouseholdViewRequest { HouseholdId = resident.HouseholdId });
        tie = await AskAsync<SupportFact>(
            TaxCounter,
            new EndSupportFactRequest { RequestId = NewRequest(), FactId = tie.FactId, ExpectedVersion = tie.Version, Until = "2026-05-31", Reason = "通えなくなった" });
        await AskAsync<SupportFact>(
            TaxCounter, new WithdrawSupportFactRequest { RequestId = NewRequest(), FactId = tie.FactId, ExpectedVersion = tie.Version, Reason = "人違い" });
        await AskAsync<ListSupportFactVersionsResponse>(TaxCounter, new ListSupportFactVersionsRequest { FactId = daughter.FactId });
    }

    async Task KeepAsync(Resident resident)
    {
        var file = await AskAsync<ResidentFile>(
            TaxCounter, new AddResidentFileRequest { ResidentId = resident.ResidentId, RequestId = NewRequest(), FileName = "覚え書き.txt" }, Memo);
        await AskAsync<HttpBody>(TaxCounter, new DownloadResidentFileRequest { ResidentId = resident.ResidentId, FileId = file.FileId });
        await AskAsync<ResidentFile>(TaxCounter, new WithdrawResidentFileRequest
        {
            RequestId = NewRequest(),
            ResidentId = resident.ResidentId,
            FileId = file.FileId,
            ExpectedVersion = file.Version,
            Reason = "登録誤り",
        });
        await AskAsync<ListResidentFilesResponse>(TaxCounter, new ListResidentFilesRequest { ResidentId = resident.ResidentId });
        var message = await AskAsync<ResidentMessage>(
            TaxCounter, new WriteResidentMessageRequest { RequestId = NewRequest(), ResidentId = resident.ResidentId, Text = "夕方に電話" });
        await AskAsync<ResidentMessage>(TaxCounter, new WithdrawResidentMessageRequest
        {
            RequestId = NewRequest(),
            ResidentId = resident.ResidentId,
            MessageId = message.MessageId,
            ExpectedVersion = message.Version,
            Reason = "書き誤り",
        });
        await AskAsync<ListResidentMessagesResponse>(TaxCounter, new ListResidentMessagesRequest { ResidentId = resident.ResidentId });
    }

    static RecordSupportFactRequest Recorded(SupportHousehold household, Action<RecordSupportFactRequest> what)
    {
        var request = new RecordSupportFactRequest { RequestId = NewRequest(), SupportHouseholdId = household.SupportHouseholdId, Source = Told };
        what(request);
        return request;
    }
}
