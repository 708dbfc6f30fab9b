using Microsoft.EntityFrameworkCore;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Data;

/// <summary>The database of the intake service: consultations, consents and cases, and who attends which meeting.</summary>
/// <param name="options">Connection and conventions, set at start.</param>
public sealed class IntakeDbContext(DbContextOptions<IntakeDbContext> options) : ServiceDbContext(options)
{
    /// <summary>受付票.</summary>
    public DbSet<Consultation> Consultations => Set<Consultation>();

    /// <summary>事例.</summary>
    public DbSet<SupportCase> Cases => Set<SupportCase>();

    /// <summary>同意.</summary>
    public DbSet<RecordedConsent> Consents => Set<RecordedConsent>();

    /// <summary>Who attends which meeting.</summary>
    public DbSet<MeetingAttendance> Attendance => Set<MeetingAttendance>();

    /// <inheritdoc />
    protected override async Task<IReadOnlySet<Guid>> MeetingsOfAsync(AgencyId agency, CancellationToken ct) =>
        await Attendance.AsNoTracking().Where(row => row.Agency == agency).Select(row => row.Meeting).ToHashSetAsync(ct);

    /// <inheritdoc />
    protected override void ConfigureModel(ModelBuilder modelBuilder) => modelBuilder
        .ApplyConfiguration(new ConsultationMapping()).ApplyConfiguration(new CaseMapping())
        .ApplyConfiguration(new ConsentMapping()).ApplyConfiguration(new MeetingAttendanceMapping());

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.UseTypedColumns();
    }
}
