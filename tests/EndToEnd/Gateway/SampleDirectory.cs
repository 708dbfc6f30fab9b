using Grpc.Core;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>One agency of two.</summary>
public sealed class SampleDirectory : DirectoryService.DirectoryServiceBase
{
    public override Task<ListAgenciesResponse> ListAgencies(ListAgenciesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListAgenciesResponse { Agencies = { new Agency { AgencyId = "welfare", Name = "福祉課" } } });

    public override Task<ListStaffResponse> ListStaff(ListStaffRequest request, ServerCallContext context) => Task.FromResult(new ListStaffResponse
    {
        Staff =
        {
            new StaffMember { StaffId = "s-1", AgencyId = "welfare", Name = "相談 花子", Roles = { Role.Caseworker } },
            new StaffMember { StaffId = "s-2", AgencyId = "welfare", Name = "管理 太郎", Roles = { Role.Administrator } },
        },
    });
}
