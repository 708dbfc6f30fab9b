using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tsunagu.Contracts.Events.Consents;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Messaging;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Consents;

/// <summary>Sharing on consent, in a service that does not keep consents itself.</summary>
public static class ConsentExtensions
{
    /// <summary>Asks the intake service for the consents that callers name.</summary>
    public static void AddIntakeConsents(this IHostApplicationBuilder builder)
    {
        builder.AddServiceClient<ConsentService.ConsentServiceClient>("intake");
        builder.Services.AddSingleton<ConsentRegister, IntakeConsents>();
    }

    /// <summary>Hears of revoked consents, and tells when nothing rests on them any more.</summary>
    /// <param name="messaging">What the service takes in.</param>
    /// <param name="service">Name of the service.</param>
    public static MessagingBuilder<TContext> ConsumeConsents<TContext>(this MessagingBuilder<TContext> messaging, string service)
        where TContext : ServiceDbContext => messaging
        .Consume<ConsentRevoked, ConsentRevokedConsumer<TContext>>(ConsentEndpoint.Of(service))
        .EnsureSubscriber<ConsentClosed>(ConsentEndpoint.Intake);

    /// <summary>Ends every grant that rests on a consent.</summary>
    /// <param name="db">Context of the transaction; somebody who may write them.</param>
    /// <param name="consent">The consent.</param>
    /// <param name="staff">Who revoked it.</param>
    /// <param name="now">Moment of closing.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task CloseConsentAsync(this ServiceDbContext db, Guid consent, StaffId staff, DateTimeOffset now, CancellationToken ct)
    {
        // Whoever revokes one of them at the same moment comes before or after, and is no conflict.
        _ = await db.Database.ExecuteSqlAsync($"select from grants where consent_id = {consent} for update", ct);
        var live = await db.Set<Grant>().Where(grant => grant.ConsentId == consent && grant.RevokedAt == null && grant.ExpiresAt > now).ToListAsync(ct);
        live.ForEach(grant => grant.Revoke(staff, "", now));
    }
}
