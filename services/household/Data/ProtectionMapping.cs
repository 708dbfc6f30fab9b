using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Protections;

namespace Tsunagu.Households.Data;

/// <summary>Tables of what staff decide about protective measures.</summary>
static class ProtectionMapping
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RegisteredProtection>(registered =>
        {
            registered.ToTable("registered_protections").HasKey(p => p.Id);
            registered.Property(p => p.Id).ValueGeneratedNever();
            registered.Property(p => p.Category).HasMaxLength(80);
            registered.Property(p => p.Reason).HasMaxLength(1000);
            registered.HasIndex(p => p.ResidentId);
            registered.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        });
        modelBuilder.Entity<ProtectionRelease>(release =>
        {
            release.ToTable("protection_releases").HasKey(r => r.Id);
            release.Property(r => r.Id).ValueGeneratedNever();
            release.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            release.Property(r => r.Reason).HasMaxLength(1000);
            release.Property(r => r.DecisionReason).HasMaxLength(1000);
            release.Property(r => r.Version).IsRowVersion();
            release.HasIndex(r => new { r.ProposedAt, r.Id });
            release.HasMany(r => r.Spans).WithOne().HasForeignKey(s => s.ReleaseId);
        });
        modelBuilder.Entity<ReleasedSpan>(span =>
        {
            span.ToTable("released_spans").HasKey(s => new { s.ReleaseId, s.Place });
            span.HasIndex(s => s.ResidentNumber);
        });
        modelBuilder.Entity<Reveal>(reveal =>
        {
            reveal.ToTable("reveals").HasKey(r => r.Id);
            reveal.Property(r => r.Id).ValueGeneratedNever();
            reveal.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            reveal.Property(r => r.Purpose).HasMaxLength(100);
            reveal.Property(r => r.Reason).HasMaxLength(1000);
            reveal.Property(r => r.DecisionReason).HasMaxLength(1000);
            reveal.Property(r => r.Mark).HasMaxLength(40);
            reveal.Property(r => r.Version).IsRowVersion();
            reveal.HasIndex(r => new { r.RequestedAt, r.Id });
            reveal.HasIndex(r => new { r.RequestedBy, r.RequestedAt });
            reveal.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
        });
        modelBuilder.Entity<ProtectionWatch>().ToTable("protection_watches").HasKey(w => w.Day);
    }
}
