using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>利用停止: takes every right of somebody else away for the time being.</summary>
    public override Task<Wire.StaffMember> SuspendStaff(SuspendStaffRequest request, ServerCallContext context) => ChangeStaffAsync(
        request, DirectoryWire.ParseStaff(request.StaffId), request.ExpectedVersion, context, (staff, now) => staff.Suspend(now));
}
