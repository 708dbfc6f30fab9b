using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>Staff of one agency, or of all.</summary>
    public override Task<ListStaffResponse> ListStaff(ListStaffRequest request, ServerCallContext context)
    {
        var agency = DirectoryWire.ParseAgencyOrAll(request.AgencyId);
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var rows = db.Staff.AsNoTracking();
            if (agency is { } one)
            {
                await RequireAgencyAsync(db, one, ct);
                rows = rows.Where(row => row.Agency == one);
            }

            var staff = await rows.OrderBy(row => row.Id).ToListAsync(ct);
            return new ListStaffResponse { Staff = { staff.Select(DirectoryWire.From) } };
        });
    }
}
