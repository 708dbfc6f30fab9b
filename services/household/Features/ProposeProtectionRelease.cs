using Grpc.Core;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ProtectionRpc
{
    const int MostReleased = 100;

    /// <inheritdoc />
    public override Task<Wire.ProtectionRelease> ProposeProtectionRelease(Wire.ProposeProtectionReleaseRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var etags = request.Items.Select((item, i) => (Id: FieldParser.Uuid(item.ResidentId, $"items[{i}].resident_id"), item.Etag)).ToList();
        if (etags.Count is 0 or > MostReleased || etags.DistinctBy(item => item.Id).Count() < etags.Count)
            throw WireErrors.Field("items", $"住民を一人ずつ、1人以上{MostReleased}人以内で指定してください。");
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        var caller = RequireCity(context);
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var spans = await HidingReading.OwnAsync(db, [.. etags.Select(item => item.Id)], ct);
            var people = etags.ConvertAll(item => (Person: new HiddenPerson(item.Id, [.. spans[item.Id]]), item.Etag));
            if (people.Exists(one => one.Person.Spans.Count > 0 && one.Person.Etag != one.Etag))
                throw ProtectionErrors.Changed();
            var now = Now();
            var release = ProtectionRelease.Propose(Guid.CreateVersion7(now), people.Select(one => one.Person), reason, caller.Staff, now);
            await db.ActAsAsync(Deciding, ct);
            _ = db.ProtectionReleases.Add(release);
            _ = await db.SaveChangesAsync(ct);
            return ProtectionWire.ToWire(release);
        });
    }
}
