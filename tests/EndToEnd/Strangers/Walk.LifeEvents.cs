using System.Text;
using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    // The resident is insured on one day and not on the next, in a feed of the walk's own.
    async Task LiveAsync(Resident resident)
    {
        var definition = (await AskAsync<FeedVersion>(Administrator, new GetFeedRequest { FeedId = InsuranceFeed })).Definition.Clone();
        definition.FeedId = $"walk_life_{Guid.NewGuid():N}";
        await AskAsync<FeedVersion>(Administrator, new CreateFeedRequest { RequestId = NewRequest(), Definition = definition, Note = "写し" });
        var file = await File.ReadAllBytesAsync(Repository.PathOf($"apphost/sample/day1/feeds/{InsuranceFeed}.csv"), Ct);
        var without = string.Concat(Encoding.Latin1.GetString(file).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Contains(resident.ResidentNumber, StringComparison.Ordinal)).Select(line => line + "\r\n"));
        await UploadAsync(definition.FeedId, file, daysAgo: 2);
        await UploadAsync(definition.FeedId, Encoding.Latin1.GetBytes(without), daysAgo: 1);

        // Life events follow the import; what the doors say until then is none of the walk's answers.
        var ofResident = new ListResidentLifeEventsRequest { ResidentId = resident.ResidentId, PageSize = 1 };
        await Eventually.GetAsync(() => LifeEventsAsync(ofResident), found => found > 0);
        await AskAsync<ListLifeEventsResponse>(TaxCounter, ofResident);
        await AskAsync<ListLifeEventsResponse>(TaxCounter, new ListHouseholdLifeEventsRequest { HouseholdId = resident.HouseholdId });
        await AskAsync<ListLifeEventsResponse>(
            TaxCounter, new ListLifeEventsRequest { Kinds = { LifeEventKind.EntitlementBegun, LifeEventKind.EntitlementEnded }, FeedId = definition.FeedId });
        var table = await AskAsync<ProcedureTable>(Administrator, new GetProcedureTableRequest());
        await AskAsync<ProcedureTable>(Administrator, new ReviseProcedureTableRequest
        {
            RequestId = NewRequest(),
            ExpectedVersion = table.Version,
            Ages = { table.Ages },
            Procedures = { table.Procedures.SkipLast(1) },
            Reason = "手続の見直し",
        });
    }

    Task<Import> UploadAsync(string feedId, byte[] file, int daysAgo) => AskAsync<Import>(
        Administrator,
        new ImportFeedRequest
        {
            FeedId = feedId,
            RequestId = NewRequest(),
            FileName = $"{feedId}.csv",
            DataDate = DateTime.UtcNow.AddDays(-daysAgo).ToString("yyyy-MM-dd", null),
        },
        file);

    async Task<int> LifeEventsAsync(IMessage request)
    {
        var (answer, _) = await doors.AskAsync(await doors.CallAsync(TaxCounter, request, Ct), Ct);
        return answer.Messages is [ListLifeEventsResponse found] ? found.LifeEvents.Count : 0;
    }
}
