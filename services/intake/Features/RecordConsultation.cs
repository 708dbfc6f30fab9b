using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Messaging;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Consultation = Tsunagu.Intake.Domain.Consultation;

namespace Tsunagu.Intake;

public sealed partial class IntakeRpc
{
    /// <inheritdoc />
    public override Task<Contracts.Intake.V1.Consultation> RecordConsultation(RecordConsultationRequest request, ServerCallContext context)
    {
        var sheet = SheetWire.Parse(request);
        var resident = IntakeWire.ParseResidentId(request.ResidentId);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var subject = resident is { } id ? await register.FindAsync(id, caller, ct) : null;
            var now = clock.GetUtcNow().Stored();
            var consultation = Consultation.Record(new(Guid.CreateVersion7(now)), sheet, subject, caller.Staff, caller.Agency, now);
            db.Add(consultation);
            db.AddEvent(IntakeEvents.Recorded(consultation, now));
            await db.SaveChangesAsync(ct);
            return IntakeWire.ToWire(consultation);
        });
    }
}
