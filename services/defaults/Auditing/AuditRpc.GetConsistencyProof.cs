using Grpc.Core;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Auditing;

sealed partial class AuditRpc<TContext>
{
    public override Task<ConsistencyProof> GetConsistencyProof(GetConsistencyProofRequest request, ServerCallContext context) =>
        ProveAsync(context, request.SecondSize, async (connection, second, ct) =>
        {
            if (request.FirstSize < 1 || request.FirstSize > second)
                throw WireErrors.Field("first_size", "1からsecond_sizeまでの件数を指定してください。");
            var hashes = await AuditTree.HashesAsync(connection, MerkleProof.Consistency(request.FirstSize, second), ct);
            return new ConsistencyProof
            {
                Service = service.Value,
                FirstSize = request.FirstSize,
                SecondSize = second,
                Hashes = { hashes.Select(Convert.ToHexStringLower) },
            };
        });
}
