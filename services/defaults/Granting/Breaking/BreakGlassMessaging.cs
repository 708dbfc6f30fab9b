using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Events.Grants;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>What every service tells of broken glass, and when.</summary>
static class BreakGlassMessaging
{
    // Where the inboxes hear of it, of every service.
    const string Notification = "notification-break-glass";

    /// <summary>An alert that was given before the inboxes knew of such waits for them.</summary>
    public static void EnsureBreakGlassSubscribers<TContext>(this MessagingBuilder<TContext> messaging)
        where TContext : ServiceDbContext => messaging
        .EnsureSubscriber<BreakGlassOpened>(Notification)
        .EnsureSubscriber<BreakGlassReviewed>(Notification)
        .EnsureSubscriber<BreakGlassOverdue>(Notification);

    /// <summary>Looks after reviews that are late.</summary>
    public static void AddBreakGlassReviews<TContext>(this IServiceCollection services)
        where TContext : ServiceDbContext => services.AddSchedule<TContext, BreakGlassReviewDue<TContext>>();
}
