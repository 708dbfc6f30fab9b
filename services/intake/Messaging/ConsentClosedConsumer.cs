using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Consents;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.Intake.Messaging;

/// <summary>A service has closed what rested on a revoked consent. Two services tell it as the first thing of the same consent, which is no gap.</summary>
sealed class ConsentClosedConsumer(Inbox<IntakeDbContext> inbox, ILogger<ConsentClosedConsumer> log) : InboxConsumer<ConsentClosed, IntakeDbContext>(inbox)
{
    protected override async Task HandleAsync(ConsentClosed e, IntakeDbContext db, CancellationToken ct)
    {
        var id = new ConsentId(e.AggregateId);
        // Two services may say so at the same moment as the case is transferred, which is no conflict.
        _ = await db.Database.ExecuteSqlAsync($"select from consents where id = {e.AggregateId} for update", ct);
        if (await db.Consents.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } consent)
        {
            log.ConsentUnknown(e.AggregateId, e.Service);
            return;
        }

        consent.Close(e.Service);
        await db.SaveChangesAsync(ct);
    }
}
