using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Referrals;

/// <summary>Who is who; one file per RPC in Features.</summary>
public sealed partial class DirectoryRpc(UnitOfWork<ReferralDbContext> unit) : DirectoryService.DirectoryServiceBase;
