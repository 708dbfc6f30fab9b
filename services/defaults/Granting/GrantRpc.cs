using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Grants on the records of this service; each RPC has its own file.</summary>
sealed partial class GrantRpc<TContext>(
    UnitOfWork<TContext> unit, GrantBuilder grantable, ConsentRegister consents, StaffDirectory directory, ServiceName service, TimeProvider clock)
    : GrantService.GrantServiceBase
    where TContext : ServiceDbContext
{
    const int PageDefault = 20;
    const int PageMax = 100;

    // Stored times have microseconds: what is answered now equals what is read later.
    DateTimeOffset Now() => clock.GetUtcNow().Stored();
}
