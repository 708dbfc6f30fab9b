using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.Intake.Messaging;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.Intake;

public sealed partial class IntakeRpc
{
    // An agency may not give its rows away by a plain update; row-level security knows who may.
    const string Transfer = "handler:case-transfer";

    /// <inheritdoc />
    public override Task<Case> TransferCase(TransferCaseRequest request, ServerCallContext context)
    {
        var id = IntakeWire.ParseCaseId(request.CaseId);
        var to = new AgencyId(FieldParser.Code(request.ToAgencyId, "to_agency_id"));
        var responsible = new StaffId(FieldParser.Code(request.ResponsibleStaffId, "responsible_staff_id"));
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            var transferred = await db.Cases.OneAsync(id, caller, ct);
            Version.Require(request.ExpectedVersion, transferred.Version);
            // A case that nobody could take up would be lost.
            if (!directory.Current.Staff.TryGetValue(responsible, out var known) || known.Agency != to) throw IntakeErrors.ResponsibleUnknown();
            var from = transferred.Agency;
            transferred.Transfer(to, responsible);
            await db.ActAsAsync(Transfer, ct);
            (await db.Consultations.SingleAsync(c => c.Id == transferred.Consultation, ct)).Follow(to);
            db.AddEvent(IntakeEvents.Transferred(transferred, from, caller.Staff, clock.GetUtcNow().Stored()));
            await db.SaveChangesAsync(ct);
            await db.Consents.Where(c => c.Consultation == transferred.Consultation && c.Agency != to)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Agency, to), ct);
            // After the rows themselves: whoever was granting held them until now.
            await db.PassGrantsAsync(new(GrantSetup.Case, id.Value), to, ct);
            await db.PassGrantsAsync(new(GrantSetup.Consultation, transferred.Consultation.Value), to, ct);
            return IntakeWire.ToWire(transferred);
        });
    }
}
