using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>All agencies, by id.</summary>
    public override Task<ListAgenciesResponse> ListAgencies(ListAgenciesRequest request, ServerCallContext context) =>
        unit.ReadAsync(context, async (db, ct) => new ListAgenciesResponse
        {
            Agencies = { (await db.Agencies.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct)).Select(DirectoryWire.From) },
        });
}
