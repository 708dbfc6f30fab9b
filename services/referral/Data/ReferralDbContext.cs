using Microsoft.EntityFrameworkCore;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Referrals.Data;

/// <summary>Database of the referral service.</summary>
public sealed class ReferralDbContext(DbContextOptions<ReferralDbContext> options) : ServiceDbContext(options)
{
    /// <summary>つなぐシート.</summary>
    public DbSet<Referral> Referrals => Set<Referral>();

    /// <summary>Public event log.</summary>
    public DbSet<LoggedEvent> EventLog => Set<LoggedEvent>();

    /// <summary>Agencies of the city and its partners.</summary>
    public DbSet<Agency> Agencies => Set<Agency>();

    /// <summary>Their staff.</summary>
    public DbSet<StaffMember> Staff => Set<StaffMember>();

    /// <summary>Agreements with agencies outside the city administration.</summary>
    public DbSet<Agreement> Agreements => Set<Agreement>();

    /// <summary>Versions of the sharing rules, those that were only proposed included.</summary>
    public DbSet<SharingRules> SharingRules => Set<SharingRules>();

    /// <summary>The directory as a whole; one row.</summary>
    public DbSet<DirectoryHead> Directory => Set<DirectoryHead>();

    /// <summary>Where partners want their events.</summary>
    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    /// <inheritdoc />
    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(ReferralDbContext).Assembly);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<ReferralId>().HaveConversion<ReferralIdConverter>();
    }
}
