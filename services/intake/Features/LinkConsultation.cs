using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.Intake.Messaging;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.Intake;

public sealed partial class IntakeRpc
{
    /// <inheritdoc />
    public override Task<Contracts.Intake.V1.Consultation> LinkConsultation(LinkConsultationRequest request, ServerCallContext context)
    {
        var id = IntakeWire.ParseConsultationId(request.ConsultationId);
        var resident = new ResidentId(FieldParser.Uuid(request.ResidentId, "resident_id"));
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var consultation = await db.Consultations.OneAsync(id, caller, ct);
            Version.Require(request.ExpectedVersion, consultation.Version);
            var subject = await register.FindAsync(resident, caller, ct);
            var now = clock.GetUtcNow().Stored();
            consultation.Link(subject);
            if (consultation.Case is { } opened) (await db.Cases.SingleAsync(c => c.Id == opened, ct)).Follow(subject);
            db.AddEvent(IntakeEvents.Linked(consultation, caller.Staff, now));
            await db.SaveChangesAsync(ct);
            return IntakeWire.ToWire(consultation);
        });
    }
}
