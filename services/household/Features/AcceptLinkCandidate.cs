using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class LinkRpc
{
    /// <inheritdoc />
    public override Task<LinkCandidate> AcceptLinkCandidate(AcceptLinkCandidateRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DecideAsync(
            request, FieldParser.Uuid(request.LinkCandidateId, "link_candidate_id"), request.ExpectedVersion, context,
            (link, by, now) => link.Accept(by.Staff, by.Agency, now));
    }
}
