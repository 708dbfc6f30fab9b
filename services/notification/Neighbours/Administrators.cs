using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Clients;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Notifications.Neighbours;

/// <summary>Who administers the suite, as the directory says now.</summary>
sealed class Administrators(DirectoryService.DirectoryServiceClient directory, TimeProvider clock)
{
    const string AllAgencies = "-";

    /// <summary>Every administrator and the agency each belongs to.</summary>
    /// <exception cref="Grpc.Core.RpcException">The directory does not answer at the moment.</exception>
    public async Task<IReadOnlyList<(AgencyId Agency, StaffId Staff)>> ListAsync(CancellationToken ct)
    {
        var answer = await directory.ListStaffAsync(
            new ListStaffRequest { AgencyId = AllAgencies }, deadline: clock.NeighbourDeadline(), cancellationToken: ct);
        return [.. answer.Staff.Where(staff => staff.Roles.Contains(Role.Administrator))
            .Select(staff => (new AgencyId(staff.AgencyId), new StaffId(staff.StaffId)))];
    }
}
