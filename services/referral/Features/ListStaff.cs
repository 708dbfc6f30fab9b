using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    const string AllAgencies = "-";

    /// <summary>Staff of one agency, or of all.</summary>
    public override Task<ListStaffResponse> ListStaff(ListStaffRequest request, ServerCallContext context)
    {
        var agency = request.AgencyId == AllAgencies ? default(AgencyId?) : new AgencyId(FieldParser.Code(request.AgencyId, "agency_id"));
        return unit.ReadAsync(context, async (db, ct) =>
        {
            var rows = db.Staff.AsNoTracking();
            if (agency is { } one)
            {
                if (!await db.Agencies.AnyAsync(row => row.Id == one, ct))
                    throw SubscriptionErrors.AgencyNotFound();
                rows = rows.Where(row => row.Agency == one);
            }

            var staff = await rows.OrderBy(row => row.Id).ToListAsync(ct);
            return new ListStaffResponse { Staff = { staff.Select(Member) } };
        });
    }

    static Wire.StaffMember Member(Domain.StaffMember row) => new()
    {
        StaffId = row.Id.Value,
        AgencyId = row.Agency.Value,
        Name = row.Name,
        Roles = { RoleNames.Parse(row.Roles).Order() },
    };
}
