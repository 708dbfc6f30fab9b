using Microsoft.EntityFrameworkCore;

namespace Tsunagu.Households.Data;

/// <summary>Tables of lists that are no records about residents: protective measures and areas.</summary>
static class ListMapping
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Measure>(measure =>
        {
            measure.ToTable("measures").HasKey(m => m.Id);
            measure.Property(m => m.Id).ValueGeneratedNever();
            measure.HasIndex(m => new { m.FeedId, m.RecordKey, m.Occurrence }).IsUnique();
        });
        modelBuilder.Entity<MeasureVersion>(version =>
        {
            version.ToTable("measure_versions").HasKey(v => v.Id);
            version.HasIndex(v => v.MeasureId);
            version.HasOne<Measure>().WithMany().HasForeignKey(v => v.MeasureId);
        });
        modelBuilder.Entity<Protection>(protection =>
        {
            protection.ToTable("protections").HasKey(p => p.Id);
            protection.HasIndex(p => p.ResidentNumber);
            protection.HasIndex(p => p.FeedId);
        });
        modelBuilder.Entity<Area>(area =>
        {
            area.ToTable("areas").HasKey(a => a.Id);
            area.Property(a => a.Id).ValueGeneratedNever();
            area.HasIndex(a => new { a.FeedId, a.RecordKey, a.Occurrence }).IsUnique();
        });
        modelBuilder.Entity<AreaVersion>(version =>
        {
            version.ToTable("area_versions").HasKey(v => v.Id);
            version.HasIndex(v => v.AreaId);
            version.HasOne<Area>().WithMany().HasForeignKey(v => v.AreaId);
        });
        modelBuilder.Entity<InvolvedRow>().HasNoKey().ToView(null);
    }
}
