using Grpc.Core;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Operations;

sealed partial class OperationsRpc<TContext>
{
    const int ReasonMax = 500;

    public override Task<ParkedMessage> DiscardParkedMessage(DiscardParkedMessageRequest request, ServerCallContext context)
    {
        var id = FieldParser.Uuid(request.ParkedMessageId, "parked_message_id");
        var reason = FieldParser.Text(request.Reason, "reason", ReasonMax, required: true);
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var message = await FindAsync(db, id, request.ExpectedVersion, ct);
            message.Discard(context.GetCaller().Staff, reason, clock.GetUtcNow().Stored());
            // It counts as dealt with: a repeat is dropped, and its number is not missing.
            await InboxSql.ClaimParkedAsync(db, message.Endpoint, message.EventId, ct);
            if (message is { AggregateId: { } aggregate, Sequence: { } sequence })
                await InboxSql.AdvanceAsync(db, message.Endpoint, aggregate, sequence, ct);
            await db.SaveChangesAsync(ct);
            return OperationsWire.From(message);
        });
    }
}
