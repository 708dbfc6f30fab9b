using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>A list of people of whom little more than a name is known, so that staff are asked about each.</summary>
static class LinkList
{
    const int Length = 40;

    static readonly byte[] File = KeylessList.File(Enumerable.Range(1, Length).Select(i => KeylessList.Row($"L{i:00}", i % 2 == 0 ? "ヤマノ　イチロウ" : "ウミノ　ジロウ")));

    /// <summary>A candidate about whom nobody decided; decisions of earlier tests are undone when none is left.</summary>
    public static async Task<LinkCandidate> CandidateAsync(HouseholdService.HouseholdServiceClient administrator, LinkService.LinkServiceClient worker)
    {
        using var upload = administrator.ImportFeed();
        await upload.RequestStream.WriteAsync(new() { FeedId = KeylessList.Feed, RequestId = Guid.NewGuid().ToString(), FileName = "見守り.csv" });
        await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(File) });
        await upload.RequestStream.CompleteAsync();
        _ = await upload;
        var open = await Eventually.GetAsync(() => OpenAsync(worker), candidates => candidates.Count > 0);
        return open[Random.Shared.Next(open.Count)];
    }

    static async Task<IReadOnlyList<LinkCandidate>> OpenAsync(LinkService.LinkServiceClient worker)
    {
        var open = await InAsync(worker, LinkState.Open);
        if (open.Count > 0)
            return open;
        foreach (var decided in (await InAsync(worker, LinkState.Accepted)).Concat(await InAsync(worker, LinkState.Rejected)))
            _ = await worker.UndoLinkAsync(new() { RequestId = Guid.NewGuid().ToString(), LinkId = decided.LinkCandidateId });
        return await InAsync(worker, LinkState.Open);
    }

    static async Task<IReadOnlyList<LinkCandidate>> InAsync(LinkService.LinkServiceClient worker, LinkState state) =>
        (await worker.SearchLinkCandidatesAsync(new() { State = state, FeedId = KeylessList.Feed, PageSize = 100 })).Candidates;
}
