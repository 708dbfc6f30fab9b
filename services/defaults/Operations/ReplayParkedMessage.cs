using Grpc.Core;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.ServiceDefaults.Parking;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using ParkedState = Tsunagu.ServiceDefaults.Parking.ParkedState;

namespace Tsunagu.ServiceDefaults.Operations;

sealed partial class OperationsRpc<TContext>
{
    public override Task<Contracts.Operations.V1.ParkedMessage> ReplayParkedMessage(ReplayParkedMessageRequest request, ServerCallContext context)
    {
        var id = FieldParser.Uuid(request.ParkedMessageId, "parked_message_id");
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var message = await FindAsync(db, id, request.ExpectedVersion, ct);
            if (message.State is not ParkedState.Parked)
                throw ParkingErrors.NotParked();
            await ReplayAsync(db, ParkingLine.Of(message), clock.GetUtcNow().Stored(), ct);
            await db.SaveChangesAsync(ct);
            return OperationsWire.From(message);
        });
    }
}
