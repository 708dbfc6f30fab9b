using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Audit.V1;

namespace Tsunagu.ServiceDefaults.Auditing;

sealed partial class AuditRpc<TContext>
{
    public override Task<AuditCheckpoint> GetAuditCheckpoint(GetAuditCheckpointRequest request, ServerCallContext context) =>
        unit.ReadAsync(context, async (db, ct) =>
        {
            var state = await db.Set<SealedState>().AsNoTracking().OrderByDescending(row => row.Size).FirstOrDefaultAsync(ct);
            var (size, root) = (state?.Size ?? 0, state?.Root ?? MerkleHash.Empty);
            return new AuditCheckpoint
            {
                Service = service.Value,
                Size = size,
                RootHash = Convert.ToHexStringLower(root),
                At = state?.At.ToTimestamp(),
                Note = issuer.Issue(size, root),
            };
        });
}
