using Microsoft.EntityFrameworkCore;
using Tsunagu.Notifications.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Notifications.Data;

/// <summary>Database of the notification service.</summary>
public sealed class NotificationDbContext(DbContextOptions<NotificationDbContext> options) : ServiceDbContext(options)
{
    /// <summary>Lines of inboxes.</summary>
    public DbSet<InboxItem> InboxItems => Set<InboxItem>();

    /// <summary>Who has read which.</summary>
    public DbSet<InboxRead> InboxReads => Set<InboxRead>();

    /// <summary>Public referral events.</summary>
    public DbSet<PublicEvent> Events => Set<PublicEvent>();

    /// <summary>Subscriptions of partners, as far as this service needs to know them.</summary>
    public DbSet<PartnerSubscription> Subscriptions => Set<PartnerSubscription>();

    /// <summary>Events on their way.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>Saves, and on commit wakes the watchers of inboxes that grew and the workers that deliver.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var agencies = ChangeTracker.Entries<InboxItem>().Where(entry => entry.State is EntityState.Added)
            .Select(entry => entry.Entity.Agency.Value).Distinct().ToList();
        var due = ChangeTracker.Entries<Delivery>().Any(entry => entry.State is EntityState.Added or EntityState.Modified);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var agency in agencies)
            await Database.ExecuteSqlAsync($"select pg_notify({Channels.Inbox}, {agency})", cancellationToken);
        if (due)
            await Database.ExecuteSqlAsync($"select pg_notify({Channels.Deliveries}, '')", cancellationToken);
        return rows;
    }

    /// <inheritdoc />
    protected override void ConfigureModel(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NotificationDbContext).Assembly);
}
