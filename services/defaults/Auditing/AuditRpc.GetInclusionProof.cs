using Grpc.Core;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Auditing;

sealed partial class AuditRpc<TContext>
{
    public override Task<InclusionProof> GetInclusionProof(GetInclusionProofRequest request, ServerCallContext context) =>
        ProveAsync(context, request.Size, async (connection, size, ct) =>
        {
            if (request.Sequence < 1 || request.Sequence > size)
                throw WireErrors.Field("sequence", "1からsizeまでの番号を指定してください。");
            var leaf = new MerkleNode(0, request.Sequence - 1);
            var path = MerkleProof.Inclusion(leaf, size);
            var hashes = await AuditTree.HashesAsync(connection, [new(leaf.Start, leaf.End), .. path], ct);
            return new InclusionProof
            {
                Service = service.Value,
                Sequence = request.Sequence,
                Size = size,
                LeafHash = Convert.ToHexStringLower(hashes[0]),
                Hashes = { hashes.Skip(1).Select(Convert.ToHexStringLower) },
            };
        });
}
