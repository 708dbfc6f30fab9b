using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Imports;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households;

/// <summary>The household service; one file per operation under Features.</summary>
sealed partial class HouseholdRpc(
    UnitOfWork<HouseholdDbContext> work, FeedLibrary feeds, ImportRunner imports, VersionedDocument<Flags.FlagRules> flagRules, TimeProvider clock)
    : HouseholdService.HouseholdServiceBase;
