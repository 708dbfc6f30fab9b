using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households;

/// <summary>Life events and the table of procedures; one file per operation under Features.</summary>
sealed partial class LifeEventRpc(
    UnitOfWork<HouseholdDbContext> work, FeedLibrary feeds, VersionedDocument<LifeEvents.ProcedureTable> tables, TimeProvider clock)
    : LifeEventService.LifeEventServiceBase;
