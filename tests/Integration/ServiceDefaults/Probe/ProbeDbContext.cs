using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

public sealed class ProbeDbContext(DbContextOptions<ProbeDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Effect> Effects => Set<Effect>();

    protected override void ConfigureModel(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>(note =>
        {
            note.Property(row => row.Version).IsRowVersion();
            note.HasIndex(row => row.OwnerAgency);
        });
        modelBuilder.Entity<Effect>();
    }
}
