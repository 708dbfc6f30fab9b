using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>利用再開: ends the suspension of somebody else.</summary>
    public override Task<Wire.StaffMember> ReinstateStaff(ReinstateStaffRequest request, ServerCallContext context) => ChangeStaffAsync(
        request, DirectoryWire.ParseStaff(request.StaffId), request.ExpectedVersion, context, (staff, _) => staff.Reinstate());
}
