using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.ServiceDefaults.Parking;
using Tsunagu.ServiceDefaults.Wire;
using ParkedMessage = Tsunagu.ServiceDefaults.Parking.ParkedMessage;

namespace Tsunagu.ServiceDefaults.Operations;

sealed partial class OperationsRpc<TContext>
{
    public override Task<Contracts.Operations.V1.ParkedMessage> GetParkedMessage(GetParkedMessageRequest request, ServerCallContext context)
    {
        var id = FieldParser.Uuid(request.ParkedMessageId, "parked_message_id");
        return unit.ReadAsync(context, async (db, ct) => OperationsWire.From(
            await db.Set<ParkedMessage>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw ParkingErrors.NotFound()));
    }
}
