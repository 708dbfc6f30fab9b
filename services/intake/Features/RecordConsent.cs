using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Intake;

public sealed partial class ConsentRpc
{
    /// <inheritdoc />
    public override Task<Consent> RecordConsent(RecordConsentRequest request, ServerCallContext context)
    {
        var terms = ConsentWire.Parse(request);
        var about = IntakeWire.ParseConsultationId(request.ConsultationId);
        var caller = context.GetCaller();
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            // Held against a transfer, which takes the consents there are along.
            _ = await db.Database.ExecuteSqlAsync($"select from consultations where id = {about.Value} for share", ct);
            var consultation = await db.Consultations.OneAsync(about, caller, ct);
            if (!terms.Agencies.All(directory.Current.Agencies.ContainsKey)) throw IntakeErrors.ConsentAgencyUnknown();
            var now = Now();
            var consent = RecordedConsent.Record(new(Guid.CreateVersion7(now)), terms, consultation, caller.Staff, now);
            db.Add(consent);
            await db.SaveChangesAsync(ct);
            return ConsentWire.ToWire(consent, consultation.Case, now);
        });
    }
}
