using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Intake;

public sealed partial class IntakeRpc
{
    /// <inheritdoc />
    public override Task<ListConsultationsResponse> ListConsultations(ListConsultationsRequest request, ServerCallContext context)
    {
        var agency = context.GetCaller().Agency;
        return work.ReadAsync(context, async (db, ct) =>
        {
            var (page, next) = await db.Consultations.Where(c => c.Agency == agency).PageAsync(request.PageSize, request.PageToken, ct);
            return new ListConsultationsResponse { Consultations = { page }, NextPageToken = next };
        });
    }
}
