using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>A new member of an agency's staff, until the fiscal year ends.</summary>
    public override Task<Wire.StaffMember> EnrolStaff(EnrolStaffRequest request, ServerCallContext context)
    {
        var (id, agency) = (DirectoryWire.ParseNewStaff(request.StaffId), DirectoryWire.ParseAgency(request.AgencyId));
        var (name, roles) = (DirectoryWire.ParseName(request.Name), DirectoryWire.ParseRoles(request.Roles));
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var (directory, now) = await HoldAsync(db, caller, ct);
            await RequireAgencyAsync(db, agency, ct);
            if (await db.Staff.AnyAsync(row => row.Id == id, ct))
                throw DirectoryErrors.StaffExists();
            var staff = db.Staff.Add(Domain.StaffMember.Enrol(id, agency, name, roles, now)).Entity;
            db.Announce(directory, staff, now);
            await db.SaveChangesAsync(ct);
            return DirectoryWire.From(staff);
        });
    }
}
