using Google.Api;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    const string Register = "residents";
    const string CareFeed = "01_kaigo_nintei";

    // Membership without an end: somebody is involved on whatever day the walk is made.
    const string InsuranceFeed = "16_kokuho_shikaku";
    const string MeasuresFeed = "protective-measures";
    const string AreasFeed = "areas";

    async Task ImportAsync()
    {
        await AskAsync<ListFeedsResponse>(Administrator, new ListFeedsRequest());
        await UploadAsync(Register, await File.ReadAllBytesAsync(Repository.PathOf("apphost/sample/day1/residents.csv"), Ct));
        await UploadAsync(InsuranceFeed, await File.ReadAllBytesAsync(Repository.PathOf($"apphost/sample/day1/feeds/{InsuranceFeed}.csv"), Ct));
        await UploadAsync(MeasuresFeed, await File.ReadAllBytesAsync(Repository.PathOf("apphost/sample/day1/protective_measures.csv"), Ct));
        await UploadAsync(AreasFeed, await File.ReadAllBytesAsync(Repository.PathOf("apphost/sample/day1/areas.csv"), Ct));
        // A row that is none makes it a file of its own, whatever was imported before, and one with a rejected row.
        var broken = $"\"{Guid.NewGuid()}\"\r\n";
        byte[] file = [.. await File.ReadAllBytesAsync(Repository.PathOf($"apphost/sample/day1/feeds/{CareFeed}.csv"), Ct), .. System.Text.Encoding.ASCII.GetBytes(broken)];
        var import = await UploadAsync(CareFeed, file);
        await AskAsync<Import>(Administrator, new GetImportRequest { ImportId = import.ImportId });
        await AskAsync<Import>(Administrator, new WatchImportRequest { ImportId = import.ImportId }, take: 2);
        await AskAsync<ListImportRejectsResponse>(Administrator, new ListImportRejectsRequest { ImportId = import.ImportId, PageSize = 1000 });
        await AskAsync<HttpBody>(Administrator, new ExportImportRejectsRequest { ImportId = import.ImportId });
        await DefineAsync();
    }

    // A feed of its own each time: what is defined stays defined.
    async Task DefineAsync()
    {
        var feed = $"walk_{Guid.NewGuid():N}";
        await AskAsync<FeedProposal>(
            Administrator, new ProposeFeedRequest { FileName = "介護認定 第1日.csv" }, await File.ReadAllBytesAsync(Repository.PathOf($"apphost/sample/day1/feeds/{CareFeed}.csv"), Ct));
        var definition = (await AskAsync<FeedVersion>(Administrator, new GetFeedRequest { FeedId = CareFeed })).Definition.Clone();
        definition.FeedId = feed;
        await AskAsync<FeedVersion>(Administrator, new CreateFeedRequest { RequestId = NewRequest(), Definition = definition, Note = "写し" });
        definition.Thresholds = new FeedThresholds { MassChangeAbove = 0.5 };
        await AskAsync<FeedVersion>(
            Administrator, new ReviseFeedRequest { FeedId = feed, RequestId = NewRequest(), ExpectedVersion = 1, Definition = definition, Note = "しきい値の見直し" });
        await AskAsync<ListFeedVersionsResponse>(Administrator, new ListFeedVersionsRequest { FeedId = feed });
        await ReleaseAsync(feed);
    }

    async Task ReleaseAsync(string feed)
    {
        // A file without rows is set aside: one is released, another given up.
        var header = (await File.ReadAllBytesAsync(Repository.PathOf($"apphost/sample/day1/feeds/{CareFeed}.csv"), Ct)).TakeWhile(b => b != '\n').Append((byte)'\n').ToArray();
        var released = await UploadAsync(feed, header);
        await AskAsync<Import>(
            Administrator, new ReleaseImportRequest { ImportId = released.ImportId, RequestId = NewRequest(), Reason = "対象者がいなくなったことを確認" });
        await AwaitAsync<Import>(Administrator, new GetImportRequest { ImportId = released.ImportId }, import => import.State == ImportState.Applied);
        var cancelled = await UploadAsync(CareFeed, header);
        await AskAsync<Import>(Administrator, new CancelImportRequest { ImportId = cancelled.ImportId, RequestId = NewRequest(), Reason = "送り間違い" });
    }

    async Task ReviseFlagsAsync()
    {
        var rules = await AskAsync<FlagRules>(Administrator, new GetFlagRulesRequest());
        await AskAsync<FlagRules>(Administrator, new ReviseFlagRulesRequest
        {
            RequestId = NewRequest(),
            ExpectedVersion = rules.Version,
            Facilities = { rules.Facilities, "星見の家" },
            Rules = { rules.Rules },
            Reason = "市の施設を加える",
        });
    }

    Task<Import> UploadAsync(string feedId, byte[] file) =>
        AskAsync<Import>(Administrator, new ImportFeedRequest { FeedId = feedId, RequestId = NewRequest(), FileName = $"{feedId} 第1日.csv" }, file);

    async Task<Resident> FindAsync()
    {
        var found = await AskAsync<SearchResidentsResponse>(TaxCounter, new SearchResidentsRequest { Kana = "クボタ", BirthDate = "1971-04-24", PageSize = 5 });
        var resident = await AskAsync<Resident>(TaxCounter, new GetResidentRequest { ResidentId = found.Matches[0].Resident.ResidentId });
        await AskAsync<FindInvolvementResponse>(TaxCounter, new FindInvolvementRequest { ResidentId = resident.ResidentId });
        await AskAsync<FindInvolvementResponse>(CouncilWorker, new FindInvolvementRequest { ResidentId = resident.ResidentId });
        await AskAsync<HouseholdStatistics>(Planner, new GetHouseholdStatisticsRequest());
        await AskAsync<HouseholdView>(TaxCounter, new GetHouseholdViewRequest { HouseholdId = resident.HouseholdId });
        var now = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        await AskAsync<HouseholdView>(TaxCounter, new GetHouseholdViewRequest { HouseholdId = resident.HouseholdId, AsOf = "2026-04-01", KnownAt = now });
        return resident;
    }

    async Task<int> CandidatesAsync(SearchLinkCandidatesRequest search)
    {
        var (answer, _) = await doors.AskAsync(await doors.CallAsync(TaxCounter, search, Ct), Ct);
        return answer.Messages is [SearchLinkCandidatesResponse found] ? found.Candidates.Count : 0;
    }

    // Of these people no more than a name is known, so that staff are asked.
    async Task LinkAsync()
    {
        await UploadAsync(KeylessList.Feed, KeylessList.File(KeylessList.Row("1", "アラマキ　ユミ"), KeylessList.Row("2", "ソゴウ　コウイチ")));
        // Comparing follows the import; what the doors say until then is none of the walk's answers.
        var search = new SearchLinkCandidatesRequest { PageSize = 5 };
        await Eventually.GetAsync(() => CandidatesAsync(search), found => found >= 2);
        var open = await AskAsync<SearchLinkCandidatesResponse>(TaxCounter, search);
        var (one, other) = (open.Candidates[0].LinkCandidateId, open.Candidates[1].LinkCandidateId);
        await AskAsync<LinkCandidate>(TaxCounter, new RejectLinkCandidateRequest { LinkCandidateId = other, RequestId = NewRequest() });
        var accepted = await AskAsync<LinkCandidate>(TaxCounter, new AcceptLinkCandidateRequest { LinkCandidateId = one, RequestId = NewRequest() });
        await AskAsync<LinkCandidate>(TaxCounter, new UndoLinkRequest { LinkId = one, RequestId = NewRequest(), ExpectedVersion = accepted.Version });
    }
}
