using System.Text;
using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
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
    ];

    static string Administrator(WriteWorld world) => world.Token("admin-01", "information-systems", "administrator");
}
