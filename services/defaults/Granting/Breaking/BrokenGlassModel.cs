using Microsoft.EntityFrameworkCore;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Tables of broken glass and of attempts, in the database of the records that they are about.</summary>
static class BrokenGlassModel
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BrokenGlass>(glass =>
        {
            glass.ToTable("broken_glass").HasKey(row => row.Id);
            glass.Property(row => row.Id).ValueGeneratedNever();
            glass.Property(row => row.ResourceKind).HasMaxLength(40);
            glass.Property(row => row.Owner).HasColumnName("owner_agency_id");
            glass.Property(row => row.Staff).HasColumnName("staff_id");
            glass.Property(row => row.Agency).HasColumnName("agency_id");
            glass.Property(row => row.Purpose).HasMaxLength(100);
            glass.Property(row => row.Verdict).HasConversion<string>().HasMaxLength(20);
            glass.Property(row => row.ReviewedBy).HasColumnName("reviewed_by_staff_id");
            glass.Property(row => row.Version).IsRowVersion();
            glass.Ignore(row => row.OverdueAt);
            glass.HasIndex(row => new { row.Owner, row.ReviewDueOn });
            glass.HasIndex(row => new { row.Agency, row.ReviewDueOn });
            glass.HasIndex(row => new { row.OpenedAt, row.Id });
        });
        modelBuilder.Entity<BreakGlassAttempt>(attempt =>
        {
            attempt.ToTable("break_glass_attempts").HasKey(row => new { row.Staff, row.RequestId });
            attempt.Property(row => row.Staff).HasColumnName("staff_id");
        });
    }
}
