using Microsoft.EntityFrameworkCore;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Meetings.Data;

/// <summary>The database of the meeting service: meetings with their invitations and decisions.</summary>
/// <param name="options">Connection and conventions, set at start.</param>
public sealed class MeetingDbContext(DbContextOptions<MeetingDbContext> options) : ServiceDbContext(options)
{
    /// <summary>会議.</summary>
    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <inheritdoc />
    protected override void ConfigureModel(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfiguration(new MeetingMapping());

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.UseTypedColumns();
    }
}
