using Grpc.Core;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class SupportRpc
{
    /// <inheritdoc />
    public override async Task<Wire.SupportHousehold> GetSupportHousehold(Wire.GetSupportHouseholdRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.SupportHouseholdId, "support_household_id");
        var (day, known) = (FieldParser.Date(request.AsOf, "as_of"), FieldParser.TimeOrNull(request.KnownAt, "known_at"));
        var at = Perspective.Of(day, known, Today);
        var reader = context.GetCaller().Agency;
        var household = await work.ReadAsync(context, async (db, ct) =>
        {
            var past = day is null && known is null ? null : await PastAsync(db, at, ct);
            return await new SupportReading(db, at, past, reader, await HiddenAsync(db, ct)).OfHouseholdAsync(id, ct) is { } picture ? SupportWire.ToWire(picture, at) : null;
        });
        return household ?? throw SupportErrors.HouseholdNotFound();
    }

    async Task<PastReading> PastAsync(HouseholdDbContext db, Perspective at, CancellationToken ct)
    {
        var registers = (await feeds.CurrentAsync(db, ct)).All.Where(l => l.Kind == FeedKind.Residents).Select(l => l.FeedId).ToArray();
        return new PastReading(db, at, (await FeedReadings.ReadAsync(db, registers, at, ct)).ToDictionary(f => f.FeedId));
    }
}
