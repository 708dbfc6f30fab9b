using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>Renews the rights of somebody else until the end of a fiscal year.</summary>
    public override Task<Wire.StaffMember> RenewStaffRights(RenewStaffRightsRequest request, ServerCallContext context) => ChangeStaffAsync(
        request, DirectoryWire.ParseStaff(request.StaffId), request.ExpectedVersion, context, (staff, now) => staff.RenewRights(now));
}
