using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Linking;

namespace Tsunagu.Households.Data;

/// <summary>Tables of records without a key and whom they may be about.</summary>
static class LinkMapping
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InvolvementDescription>(description =>
        {
            description.ToTable("involvement_descriptions").HasKey(d => d.InvolvementId);
            description.Property(d => d.InvolvementId).ValueGeneratedNever();
            description.HasOne<InvolvementRecord>().WithMany().HasForeignKey(d => d.InvolvementId);
        });
        modelBuilder.Entity<LinkSpan>(span =>
        {
            span.ToTable("link_spans").HasKey(s => new { s.InvolvementId, s.ResidentId, s.KnownFrom });
            span.HasIndex(s => s.ResidentId);
            span.HasOne<InvolvementRecord>().WithMany().HasForeignKey(s => s.InvolvementId);
            span.HasOne<Resident>().WithMany().HasForeignKey(s => s.ResidentId);
        });
        modelBuilder.Entity<PossibleLink>(link =>
        {
            link.ToTable("possible_links").HasKey(l => l.Id);
            link.Property(l => l.Id).ValueGeneratedNever();
            link.Property(l => l.Features).HasColumnType("json");
            link.Property(l => l.Obstacle).HasMaxLength(40);
            link.Property(l => l.Proposal).HasConversion<string>().HasMaxLength(20);
            link.Property(l => l.Judgement).HasConversion<string>().HasMaxLength(20);
            link.Property(l => l.Version).IsRowVersion();
            link.Ignore(l => l.State);
            link.HasIndex(l => new { l.InvolvementId, l.ResidentId }).IsUnique();
            link.HasIndex(l => new { l.Score, l.Id }).IsDescending(true, false);
            link.HasIndex(l => l.ResidentId);
            link.HasOne<InvolvementRecord>().WithMany().HasForeignKey(l => l.InvolvementId);
            link.HasOne<Resident>().WithMany().HasForeignKey(l => l.ResidentId);
        });
    }
}
