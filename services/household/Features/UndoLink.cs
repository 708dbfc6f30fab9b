using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class LinkRpc
{
    /// <inheritdoc />
    public override Task<LinkCandidate> UndoLink(UndoLinkRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        return DecideAsync(
            request, FieldParser.Uuid(request.LinkId, "link_id"), request.ExpectedVersion, context,
            (link, by, now) => link.Undo(by.Staff, by.Agency, now));
    }
}
