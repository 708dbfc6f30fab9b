using System.Text;
using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Households;
using Tsunagu.Tests.TestKit;

namespace Tsunagu.Tests.Integration.Writes;

public static partial class WriteRows
{
    const string ImportFeed = "tsunagu.household.v1.HouseholdService/ImportFeed";

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
    ];

    static Task<LinkCandidate> CandidateAsync(WriteWorld world) =>
        LinkList.CandidateAsync(new(world.As("household", Administrator(world))), Links(world));

    static LinkService.LinkServiceClient Links(WriteWorld world) => new(world.As("household", WelfareWorker(world)));

    static string WelfareWorker(WriteWorld world) => world.Token("welfare-01", "welfare-general", "caseworker");

    static string Administrator(WriteWorld world) => world.Token("admin-01", "information-systems", "administrator");
}
