using Grpc.Core;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ResidentRecordRpc
{
    const int LongestMessage = 4000;

    /// <inheritdoc />
    public override Task<Wire.ResidentMessage> WriteResidentMessage(Wire.WriteResidentMessageRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var resident = FieldParser.Uuid(request.ResidentId, "resident_id");
        var text = FieldParser.Text(request.Text, "text", LongestMessage, required: true);
        var visibility = Visibility(request.Visibility);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            await RequireResidentAsync(db, resident, ct);
            var now = clock.GetUtcNow().Stored();
            var message = ResidentMessage.Write(Guid.CreateVersion7(now), resident, text, visibility, caller.Staff, caller.Agency, now);
            _ = db.ResidentMessages.Add(message);
            _ = await db.SaveChangesAsync(ct);
            return ResidentRecordWire.ToWire(message);
        });
    }
}
