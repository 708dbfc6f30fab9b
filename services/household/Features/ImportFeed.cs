using System.Runtime.CompilerServices;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Imports;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    const int LongestFileName = 200;

    /// <inheritdoc />
    public override async Task<Import> ImportFeed(IAsyncStreamReader<ImportFeedRequest> requestStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(requestStream);
        var ct = context.CancellationToken;
        if (!await requestStream.MoveNext(ct))
            throw HouseholdErrors.UploadEmpty();
        var head = requestStream.Current;
        var caller = context.GetCaller();
        var order = new ImportOrder(
            FieldParser.UuidOrNull(head.RequestId, "request_id") ?? Guid.CreateVersion7(clock.GetUtcNow()),
            head.FeedId,
            FieldParser.Text(head.FileName, "file_name", LongestFileName, required: false),
            ParseDataDate(head.DataDate),
            head.TotalBytes >= 0 ? head.TotalBytes : throw WireErrors.Field("total_bytes", "0以上の数を指定してください。"),
            caller.Staff,
            caller.Agency,
            (db, import, token) => db.RecordActAsync(context, import.ToWire(), token));
        var import = await imports.RunAsync(order, Pieces(head, requestStream, ct), ct);
        // A repeated upload was answered unread, and its sender is still sending.
        while (await requestStream.MoveNext(ct))
            _ = requestStream.Current;
        return import.ToWire();
    }

    // A day that has not come cannot be told about; its file would stand for today.
    DateOnly? ParseDataDate(string text) =>
        FieldParser.Date(text, "data_date") is not { } day ? null
        : day <= JapanCalendar.DayOf(clock.GetUtcNow()) ? day
        : throw WireErrors.Field("data_date", "基準日には今日以前の日付を指定してください。");

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces(
        ImportFeedRequest head, IAsyncStreamReader<ImportFeedRequest> rest, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return head.Chunk.Memory;
        while (await rest.MoveNext(ct))
            yield return rest.Current.Chunk.Memory;
    }
}
