using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.Intake.Messaging;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Identity;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.Intake;

public sealed partial class ConsentRpc
{
    // The other services say on their own when they have closed; whoever revoked waits for that, not the consent.
    const string Awaiting = "handler:consent-revoke";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc />
    public override async Task<Consent> RevokeConsent(RevokeConsentRequest request, ServerCallContext context)
    {
        var id = ConsentWire.ParseId(request.ConsentId);
        var reason = ConsentWire.ParseReason(request.Reason);
        var caller = context.GetCaller();
        _ = await work.WriteAsync(request, context, async (db, ct) =>
        {
            var consent = await db.Consents.OneAsync(id, caller, ct);
            Version.Require(request.ExpectedVersion, consent.Version);
            var now = Now();
            consent.Revoke(caller.Staff, reason, ConsentEndpoint.Sharing, now);
            db.AddEvent(IntakeEvents.Revoked(consent, caller.Staff, now));
            await db.SaveChangesAsync(ct);
            // After the consent itself, which whoever was sharing on it held until now.
            await db.CloseConsentAsync(id.Value, caller.Staff, now, ct);
            await db.SaveChangesAsync(ct);
            return await ToWireAsync(db, consent, ct);
        });
        return await ClosedAsync(id, context.CancellationToken);
    }

    // How it stands once every service has closed; how it stands then when one of them takes too long.
    async Task<Consent> ClosedAsync(ConsentId id, CancellationToken ct)
    {
        for (var until = clock.GetUtcNow() + Patience; ;)
        {
            var now = await work.RunAsAsync(
                Awaiting, async (db, token) => await ToWireAsync(db, await db.Consents.AsNoTracking().SingleAsync(c => c.Id == id, token), token), ct);
            if (now.Closing.Count == 0 || clock.GetUtcNow() >= until)
                return now;
            await Task.Delay(LookAgain, clock, ct);
        }
    }
}
