using System.Security.Cryptography;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>Takes uploads and counts what became of them.</summary>
public sealed class SampleHousehold(SampleJournal journal) : HouseholdService.HouseholdServiceBase
{
    public const string RefusedFeed = "unknown";

    public override async Task<Import> ImportFeed(IAsyncStreamReader<ImportFeedRequest> requestStream, ServerCallContext context)
    {
        Assert(await requestStream.MoveNext(context.CancellationToken));
        var head = requestStream.Current;
        if (head.FeedId == RefusedFeed)
            throw new Refusal(RefusalKind.NotFound, "FEED_UNKNOWN", "その取込定義はありません。");
        var upload = journal.Upload(head.FeedId);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (bytes, messages) = (0L, 0);
        try
        {
            while (await requestStream.MoveNext(context.CancellationToken))
            {
                bytes += requestStream.Current.Chunk.Length;
                messages++;
                hash.AppendData(requestStream.Current.Chunk.Span);
                upload.Received(bytes);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or RpcException)
        {
            upload.Broken.TrySetResult();
            throw;
        }

        return new Import
        {
            ImportId = head.RequestId,
            FeedId = head.FeedId,
            FileName = head.FileName,
            Bytes = bytes,
            Rows = messages,
            Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
            State = ImportState.Applied,
        };
    }

    public override Task<Import> GetImport(GetImportRequest request, ServerCallContext context) =>
        Task.FromResult(new Import { ImportId = request.ImportId, Bytes = long.MaxValue });

    public override Task<ListImportRejectsResponse> ListImportRejects(ListImportRejectsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListImportRejectsResponse { Rejects = { new ImportReject { Line = Known(request.ImportId) ? request.PageSize : 0 } } });

    public override async Task ExportImportRejects(
        ExportImportRejectsRequest request, IServerStreamWriter<HttpBody> responseStream, ServerCallContext context)
    {
        foreach (var lines in Known(request.ImportId) ? new[] { "line,reason\n1,A", "2,B" } : [])
            await responseStream.WriteAsync(new HttpBody { ContentType = "text/csv", Data = ByteString.CopyFromUtf8(lines) });
    }

    public override Task<HouseholdView> GetHouseholdView(GetHouseholdViewRequest request, ServerCallContext context) =>
        Task.FromResult(new HouseholdView { HouseholdId = request.HouseholdId, HouseholdNumber = context.GetCaller().Purpose ?? "" });

    static bool Known(string import) => import != "none" ? true : throw new Refusal(RefusalKind.NotFound, "IMPORT_NOT_FOUND", "その取込はありません。");

    static void Assert(bool head) => _ = head ? head : throw new RpcException(new Status(StatusCode.InvalidArgument, "No head."));
}
