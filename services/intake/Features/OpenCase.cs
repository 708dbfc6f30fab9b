using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Messaging;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.Intake;

public sealed partial class IntakeRpc
{
    /// <inheritdoc />
    public override Task<Case> OpenCase(OpenCaseRequest request, ServerCallContext context)
    {
        var id = IntakeWire.ParseConsultationId(request.ConsultationId);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var consultation = await db.Consultations.OneAsync(id, caller, ct);
            Version.Require(request.ExpectedVersion, consultation.Version);
            var now = clock.GetUtcNow().Stored();
            var opened = consultation.OpenCase(new(Guid.CreateVersion7(now)), caller.Staff, now);
            db.Add(opened);
            db.AddEvent(IntakeEvents.Opened(opened));
            await db.SaveChangesAsync(ct);
            return IntakeWire.ToWire(opened);
        });
    }
}
