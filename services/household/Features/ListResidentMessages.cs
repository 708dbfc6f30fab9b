using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ResidentRecordRpc
{
    /// <inheritdoc />
    public override Task<Wire.ListResidentMessagesResponse> ListResidentMessages(Wire.ListResidentMessagesRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var resident = FieldParser.Uuid(request.ResidentId, "resident_id");
        var size = FieldParser.PageSize(request.PageSize, 20, 100);
        var before = TimeKey.Parse(request.PageToken);
        return work.ReadAsync(context, async (db, ct) =>
        {
            await RequireResidentAsync(db, resident, ct);
            var messages = db.ResidentMessages.AsNoTracking().Where(m => m.ResidentId == resident);
            if (before is { } last)
                messages = Before(messages, last);
            var (page, next) = await messages.OrderByDescending(m => m.WrittenAt).ThenByDescending(m => m.Id).PageAsync(size, m => new(m.WrittenAt, m.Id), ct);
            var hidden = await IsHiddenAsync(db, resident, ct);
            return new Wire.ListResidentMessagesResponse
            {
                Messages = { page.Where(m => Shows(context, hidden, m.AgencyId, m.Visibility)).Select(ResidentRecordWire.ToWire) },
                NextPageToken = next,
            };
        });
    }

    static IQueryable<ResidentMessage> Before(IQueryable<ResidentMessage> messages, TimeKey last) =>
        messages.Where(m => EF.Functions.LessThan(ValueTuple.Create(m.WrittenAt, m.Id), ValueTuple.Create(last.At, last.Id)));
}
