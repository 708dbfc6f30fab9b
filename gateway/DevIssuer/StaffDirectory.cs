using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Routing;

namespace Tsunagu.Gateway.DevIssuer;

/// <summary>The sample staff, read from the directory on the gateway's own account.</summary>
sealed class StaffDirectory(ServiceChannels channels, ContractCatalogue catalogue, TokenIssuer tokens)
{
    const string Everywhere = "-";

    static readonly string ListStaff = DirectoryService.Descriptor.FindMethodByName(nameof(DirectoryService.DirectoryServiceClient.ListStaff)).FullName;

    /// <summary>All staff of all agencies.</summary>
    /// <exception cref="RpcException">The directory did not answer.</exception>
    public async Task<IReadOnlyList<StaffMember>> StaffAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync(c => c.ListStaffAsync(new ListStaffRequest { AgencyId = Everywhere }, Options(cancellation)));
        return answer.Staff;
    }

    /// <summary>All agencies.</summary>
    /// <exception cref="RpcException">The directory did not answer.</exception>
    public async Task<IReadOnlyList<Agency>> AgenciesAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync(c => c.ListAgenciesAsync(new ListAgenciesRequest(), Options(cancellation)));
        return answer.Agencies;
    }

    Task<T> AskAsync<T>(Func<DirectoryService.DirectoryServiceClient, AsyncUnaryCall<T>> ask) =>
        channels.CallAsync(catalogue[ListStaff], async invoker => await ask(new(invoker)), () => true);

    CallOptions Options(CancellationToken cancellation) => new(
        new Metadata { { "authorization", $"Bearer {tokens.ForService("gateway")}" } },
        DateTime.UtcNow.AddSeconds(10),
        cancellation);
}
