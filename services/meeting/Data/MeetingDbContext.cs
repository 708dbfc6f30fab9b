using Microsoft.EntityFrameworkCore;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Meetings.Data;

/// <summary>The database of the meeting service: meetings with their invitations and decisions, and the rules of meetings.</summary>
/// <param name="options">Connection and conventions, set at start.</param>
public sealed class MeetingDbContext(DbContextOptions<MeetingDbContext> options) : ServiceDbContext(options)
{
    /// <summary>会議.</summary>
    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <summary>Versions of 会議の規則.</summary>
    public DbSet<MeetingRules> MeetingRules => Set<MeetingRules>();

    /// <inheritdoc />
    protected override void ConfigureModel(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfiguration(new MeetingMapping()).ApplyConfiguration(new MeetingRulesMapping());

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.UseTypedColumns();
    }
}
