using Grpc.Core;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    /// <inheritdoc />
    public override Task<Wire.ListProtectionsResponse> ListProtections(Wire.ListProtectionsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var size = FieldParser.PageSize(request.PageSize, 50, 100);
        var after = PageTokens.Decode(request.PageToken, 1) is [var id] ? PageKeys.Uuid(id) : Guid.Empty;
        _ = RequireCity(context);
        var today = Today;
        return work.ReadAsync(context, async (db, ct) =>
        {
            var (shown, last, more) = (new List<HiddenPerson>(), after, true);
            while (more && shown.Count < size)
            {
                var page = await HidingReading.PageAsync(db, last, today, size - shown.Count, ct);
                more = page.Count == size - shown.Count;
                last = page.Count > 0 ? page[^1].ResidentId : last;
                shown.AddRange(page.Where(person => !request.DueOnly || person.IsDueOn(today)));
            }
            return new Wire.ListProtectionsResponse
            {
                Protections = { shown.Select(person => ProtectionWire.ToWire(person, today)) },
                NextPageToken = more ? PageTokens.Encode(last.ToString()) : "",
            };
        });
    }
}
