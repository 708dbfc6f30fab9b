using Grpc.Core;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class SupportRpc
{
    const int MostFirstMembers = 30;

    /// <inheritdoc />
    public override Task<Wire.SupportHousehold> CreateSupportHousehold(Wire.CreateSupportHouseholdRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Members.Count is 0 or > MostFirstMembers)
            throw WireErrors.Field("members", $"1人以上{MostFirstMembers}人以内で指定してください。");
        var members = request.Members.Select((member, i) => SupportParser.Content(member, $"members[{i}]")).ToList();
        if (members.Exists(m => !m.Who.Registered) || members.DistinctBy(m => m.Who).Count() < members.Count)
            throw WireErrors.Field("members", "住民を一人ずつ指定してください。");
        var (stretch, source) = (SupportParser.Stretch(request.Since, ""), SupportParser.Source(request.Source, Today));
        var by = Author(context);
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var residents = await RequireResidentsAsync(db, members.Select(m => m.Who), ct);
            await db.ActAsAsync(Recording, ct);
            var household = new SupportHouseholdRow { Id = Guid.CreateVersion7(by.At), StaffId = by.Staff, AgencyId = by.Agency, CreatedAt = by.At };
            _ = db.SupportHouseholds.Add(household);
            var facts = new List<KnownFact>();
            foreach (var member in members)
            {
                var (fact, first) = SupportFact.Record(Guid.CreateVersion7(by.At), household.Id, new SupportWording(member, stretch, source), by);
                _ = db.SupportFacts.Add(fact);
                _ = db.SupportFactVersions.Add(first);
                facts.Add(new KnownFact(fact, first, ""));
            }
            _ = await db.SaveChangesAsync(ct);
            return SupportWire.ToWire(new SupportPicture(household.Id, facts, residents.ToDictionary(r => r.Id)), new Perspective(Today, null, Today));
        });
    }
}
