using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<Import> GetImport(GetImportRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (await FindImportAsync(FieldParser.Uuid(request.ImportId, "import_id"), context)).ToWire(clock.GetUtcNow());
    }

    Task<FeedImport> FindImportAsync(Guid id, ServerCallContext context) =>
        work.ReadAsync(
            context,
            async (db, ct) => await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct)
                ?? throw HouseholdErrors.ImportNotFound());
}
