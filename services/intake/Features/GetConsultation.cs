using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Intake;

public sealed partial class IntakeRpc
{
    /// <inheritdoc />
    public override Task<Consultation> GetConsultation(GetConsultationRequest request, ServerCallContext context)
    {
        var id = IntakeWire.ParseConsultationId(request.ConsultationId);
        return work.ReadAsync(context, async (db, ct) =>
            IntakeWire.ToWire(await db.Consultations.AsNoTracking().OneAsync(id, context.GetCaller(), ct)));
    }
}
