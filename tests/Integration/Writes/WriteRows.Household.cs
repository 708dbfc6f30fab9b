using System.Text;
using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Access;
using Tsunagu.Tests.Integration.Households;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Writes;

public static partial class WriteRows
{
    const string Household = "tsunagu.household.v1.HouseholdService/";
    const string ImportFeed = $"{Household}ImportFeed";

    static IEnumerable<KeyValuePair<string, Write>> HouseholdWrites =>
    [
        // Kept by the import itself and not beside it. The bytes of a repeat are left unread: another body is another feed.
        new(ImportFeed, new("household", async world =>
        {
            var head = new ImportFeedRequest { RequestId = NewId(), FeedId = "01_kaigo_nintei", FileName = "第1日.csv" };
            // A row that is none makes it a file of its own.
            byte[] file =
            [
                .. await File.ReadAllBytesAsync(Repository.PathOf("apphost/sample/day1/feeds/01_kaigo_nintei.csv")),
                .. Encoding.ASCII.GetBytes($"\"{Guid.NewGuid()}\"\r\n"),
            ];
            return new(
                Administrator(world), [head, new ImportFeedRequest { Chunk = ByteString.CopyFrom(file) }], Changed(head, other => other.FeedId = "08_jido_teate"));
        })),
        new("tsunagu.household.v1.HouseholdService/ReviseFlagRules", new("household", async world =>
        {
            var rules = await new HouseholdService.HouseholdServiceClient(world.As("household", Administrator(world))).GetFlagRulesAsync(new());
            return new(Administrator(world), [new ReviseFlagRulesRequest
            {
                RequestId = NewId(), ExpectedVersion = rules.Version, Facilities = { rules.Facilities }, Rules = { rules.Rules }, Reason = "見直し",
            }]);
        })),
        new("tsunagu.household.v1.LifeEventService/ReviseProcedureTable", new("household", async world =>
        {
            var table = await new LifeEventService.LifeEventServiceClient(world.As("household", Administrator(world))).GetProcedureTableAsync(new());
            return new(Administrator(world), [new ReviseProcedureTableRequest
            {
                RequestId = NewId(), ExpectedVersion = table.Version, Ages = { table.Ages }, Procedures = { table.Procedures }, Reason = "見直し",
            }]);
        })),
        new("tsunagu.household.v1.LinkService/AcceptLinkCandidate", new("household", async world =>
        {
            var candidate = await CandidateAsync(world);
            return new(
                WelfareWorker(world),
                [new AcceptLinkCandidateRequest { RequestId = NewId(), LinkCandidateId = candidate.LinkCandidateId, ExpectedVersion = candidate.Version }]);
        })),
        new("tsunagu.household.v1.LinkService/RejectLinkCandidate", new("household", async world =>
        {
            var candidate = await CandidateAsync(world);
            return new(
                WelfareWorker(world),
                [new RejectLinkCandidateRequest { RequestId = NewId(), LinkCandidateId = candidate.LinkCandidateId, ExpectedVersion = candidate.Version }]);
        })),
        new("tsunagu.household.v1.LinkService/UndoLink", new("household", async world =>
        {
            var candidate = await CandidateAsync(world);
            var accepted = await Links(world).AcceptLinkCandidateAsync(
                new() { RequestId = NewId(), LinkCandidateId = candidate.LinkCandidateId, ExpectedVersion = candidate.Version });
            return new(WelfareWorker(world), [new UndoLinkRequest { RequestId = NewId(), LinkId = accepted.LinkCandidateId, ExpectedVersion = accepted.Version }]);
        })),
        new($"{Household}CreateFeed", new("household", world => Task.FromResult(Ready(
            world,
            new CreateFeedRequest { RequestId = NewId(), Definition = Requests.NewFeed($"feed_{Guid.NewGuid():N}") },
            other => other.Note = "別の理由")))),
        new($"{Household}ReviseFeed", new("household", async world =>
        {
            var definition = await DefineAsync(world);
            return Ready(
                world,
                new ReviseFeedRequest { RequestId = NewId(), FeedId = definition.FeedId, ExpectedVersion = 1, Definition = definition },
                other => other.Note = "別の理由");
        })),
        new($"{Household}ReleaseImport", new("household", async world => Ready(
            world,
            new ReleaseImportRequest { RequestId = NewId(), ImportId = await QuarantineAsync(world), Reason = "確認済み" },
            other => other.Reason = "別の理由"))),
        new($"{Household}CancelImport", new("household", async world => Ready(
            world,
            new CancelImportRequest { RequestId = NewId(), ImportId = await QuarantineAsync(world), Reason = "送り間違い" },
            other => other.Reason = "別の理由"))),
    ];

    static Task<LinkCandidate> CandidateAsync(WriteWorld world) =>
        LinkList.CandidateAsync(new(world.As("household", Administrator(world))), Links(world));

    static LinkService.LinkServiceClient Links(WriteWorld world) => new(world.As("household", WelfareWorker(world)));

    static string WelfareWorker(WriteWorld world) => world.Token("welfare-01", "welfare-general", "caseworker");


    static Prepared Ready<T>(WriteWorld world, T request, Action<T> change)
        where T : class, IMessage<T> => new(Administrator(world), [request], Changed(request, change));

    static async Task<FeedDefinition> DefineAsync(WriteWorld world)
    {
        var definition = Requests.NewFeed($"feed_{Guid.NewGuid():N}");
        _ = await Feeds(world).CreateFeedAsync(new() { RequestId = NewId(), Definition = definition });
        return definition;
    }

    // A file without rows, for a feed of its own.
    static async Task<string> QuarantineAsync(WriteWorld world)
    {
        var definition = await DefineAsync(world);
        using var upload = Feeds(world).ImportFeed();
        await upload.RequestStream.WriteAsync(new() { RequestId = NewId(), FeedId = definition.FeedId, FileName = "空.csv" });
        await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8(string.Join(',', definition.File.Columns) + "\n") });
        await upload.RequestStream.CompleteAsync();
        return (await upload).ImportId;
    }

    static HouseholdService.HouseholdServiceClient Feeds(WriteWorld world) => new(world.As("household", Administrator(world)));

    static string Administrator(WriteWorld world) => world.Token("admin-01", "information-systems", "administrator");
}
