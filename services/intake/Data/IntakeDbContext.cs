using Microsoft.EntityFrameworkCore;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Intake.Data;

/// <summary>The database of the intake service: consultations and cases.</summary>
/// <param name="options">Connection and conventions, set at start.</param>
public sealed class IntakeDbContext(DbContextOptions<IntakeDbContext> options) : ServiceDbContext(options)
{
    /// <summary>受付票.</summary>
    public DbSet<Consultation> Consultations => Set<Consultation>();

    /// <summary>事例.</summary>
    public DbSet<SupportCase> Cases => Set<SupportCase>();

    /// <inheritdoc />
    protected override void ConfigureModel(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfiguration(new ConsultationMapping()).ApplyConfiguration(new CaseMapping());

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.UseTypedColumns();
    }
}
