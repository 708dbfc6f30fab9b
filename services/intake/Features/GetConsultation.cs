using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;

namespace Tsunagu.Intake;

public sealed partial class IntakeRpc
{
    /// <inheritdoc />
    public override Task<Consultation> GetConsultation(GetConsultationRequest request, ServerCallContext context)
    {
        var id = IntakeWire.ParseConsultationId(request.ConsultationId);
        return work.ReadAsync(context, async (db, ct) =>
            IntakeWire.ToWire(await db.ReadOneAsync(id, context, ct)));
    }
}
