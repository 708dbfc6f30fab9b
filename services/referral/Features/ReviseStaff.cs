using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>Another agency, name or other roles of somebody else.</summary>
    public override Task<Wire.StaffMember> ReviseStaff(ReviseStaffRequest request, ServerCallContext context)
    {
        var agency = DirectoryWire.ParseAgency(request.AgencyId);
        var (name, roles) = (DirectoryWire.ParseName(request.Name), DirectoryWire.ParseRoles(request.Roles));
        return ChangeStaffAsync(request, DirectoryWire.ParseStaff(request.StaffId), request.ExpectedVersion, context, async (db, staff, _, ct) =>
        {
            await RequireAgencyAsync(db, agency, ct);
            staff.Revise(agency, name, roles);
        });
    }
}
