using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>Agreements of one agency, or of all, by agency and first day.</summary>
    public override Task<ListAgreementsResponse> ListAgreements(ListAgreementsRequest request, ServerCallContext context)
    {
        var agency = DirectoryWire.ParseAgencyOrAll(request.AgencyId);
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var rows = db.Agreements.AsNoTracking();
            if (agency is { } one)
            {
                await RequireAgencyAsync(db, one, ct);
                rows = rows.Where(row => row.Agency == one);
            }

            var now = Now();
            var agreements = await rows.OrderBy(row => row.Agency).ThenBy(row => row.StartsOn).ThenBy(row => row.Id).ToListAsync(ct);
            return new ListAgreementsResponse { Agreements = { agreements.Select(row => DirectoryWire.From(row, now)) } };
        });
    }
}
