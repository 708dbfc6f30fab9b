using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.ServiceDefaults.Parking;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using ParkedMessage = Tsunagu.ServiceDefaults.Parking.ParkedMessage;
using ParkedState = Tsunagu.ServiceDefaults.Parking.ParkedState;

namespace Tsunagu.ServiceDefaults.Operations;

sealed partial class OperationsRpc<TContext>
{
    public override Task<ReplayParkedMessagesResponse> ReplayParkedMessages(ReplayParkedMessagesRequest request, ServerCallContext context)
    {
        var endpoint = FieldParser.Code(request.Endpoint, "endpoint");
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var now = clock.GetUtcNow().Stored();
            // In one order for everyone, or two calls would wait for each other.
            var lines = await db.Set<ParkedMessage>()
                .Where(row => row.Endpoint == endpoint && row.State == ParkedState.Parked)
                .Select(row => row.Line).Distinct().OrderBy(line => line).ToListAsync(ct);
            var answer = new ReplayParkedMessagesResponse();
            foreach (var line in lines.Select(line => new ParkingLine(endpoint, line)))
            {
                await line.LockAsync(db, ct);
                answer.Messages += await ReplayAsync(db, line, now, ct);
            }

            await db.SaveChangesAsync(ct);
            return answer;
        });
    }
}
