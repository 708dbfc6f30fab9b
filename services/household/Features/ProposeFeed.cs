using System.Runtime.CompilerServices;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Proposing;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<FeedProposal> ProposeFeed(IAsyncStreamReader<ProposeFeedRequest> requestStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(requestStream);
        var ct = context.CancellationToken;
        if (!await requestStream.MoveNext(ct))
            throw HouseholdErrors.SampleEmpty();
        var head = requestStream.Current;
        var name = FieldParser.Text(head.FileName, "file_name", LongestFileName, required: false);
        var sample = await Sample.ReadAsync(Pieces(head, requestStream, ct), name, ct);
        if (sample.Head.IsEmpty)
            throw HouseholdErrors.SampleEmpty();
        using var room = await ProposalRoom.EnterAsync(ct);
        var today = JapanCalendar.DayOf(clock.GetUtcNow());
        return await work.ReadAsync(
            context, async (db, token) => (await FeedProposer.ProposeAsync(sample, RegisterQuestion.Of(db), today, token)).ToWire());
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces(
        ProposeFeedRequest head, IAsyncStreamReader<ProposeFeedRequest> rest, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return head.Chunk.Memory;
        while (await rest.MoveNext(ct))
            yield return rest.Current.Chunk.Memory;
    }
}
