using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Intake;

public sealed partial class IntakeRpc
{
    /// <inheritdoc />
    public override Task<SearchConsultationsResponse> SearchConsultations(SearchConsultationsRequest request, ServerCallContext context)
    {
        var criteria = ConsultationCriteria.Parse(request);
        var agency = context.GetCaller().Agency;
        return work.ReadAsync(context, async (db, ct) =>
        {
            var found = criteria.Apply(db.Consultations.Where(c => c.Agency == agency));
            var (page, next) = await found.PageAsync(request.PageSize, request.PageToken, ct);
            return new SearchConsultationsResponse { Consultations = { page }, NextPageToken = next };
        });
    }
}
