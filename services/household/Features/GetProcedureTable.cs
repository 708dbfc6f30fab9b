using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Documents;
using Tsunagu.Households.Domain;
using Tsunagu.Households.LifeEvents;
using Document = Tsunagu.Households.LifeEvents.ProcedureTable;
using ProcedureTable = Tsunagu.Contracts.Households.V1.ProcedureTable;

namespace Tsunagu.Households;

sealed partial class LifeEventRpc
{
    /// <inheritdoc />
    public override async Task<ProcedureTable> GetProcedureTable(GetProcedureTableRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var table = await work.ReadAsync(context, (db, ct) => VersionedDocument<Document>.FindAsync(db, request.Version, ct));
        return table?.ToWire() ?? throw HouseholdErrors.ProcedureTableNotFound();
    }
}
