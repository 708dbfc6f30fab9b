using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Support;

namespace Tsunagu.Households.Data;

/// <summary>Tables of support households.</summary>
static class SupportMapping
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SupportHouseholdRow>(household =>
        {
            household.ToTable("support_households").HasKey(h => h.Id);
            household.Property(h => h.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<SupportFact>(fact =>
        {
            fact.ToTable("support_facts").HasKey(f => f.Id);
            fact.Property(f => f.Id).ValueGeneratedNever();
            fact.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
            fact.Property(f => f.WithdrawalReason).HasMaxLength(1000);
            fact.Property(f => f.Version).IsRowVersion();
            fact.HasIndex(f => f.HouseholdId);
            fact.HasIndex(f => f.ResidentId);
            fact.HasIndex(f => f.OtherResidentId);
            fact.HasOne<SupportHouseholdRow>().WithMany().HasForeignKey(f => f.HouseholdId);
            fact.HasOne<Resident>().WithMany().HasForeignKey(f => f.ResidentId);
            fact.HasOne<Resident>().WithMany().HasForeignKey(f => f.OtherResidentId);
            fact.HasOne<SupportFact>().WithMany().HasForeignKey(f => f.PersonId);
            fact.HasOne<SupportFact>().WithMany().HasForeignKey(f => f.OtherPersonId);
        });
        modelBuilder.Entity<SupportFactVersion>(version =>
        {
            version.ToTable("support_fact_versions").HasKey(v => new { v.FactId, v.Revision });
            version.Property(v => v.Kind).HasConversion<string>().HasMaxLength(20);
            version.Property(v => v.SourceKind).HasConversion<string>().HasMaxLength(20);
            version.Property(v => v.Content).HasColumnType("jsonb");
            version.Property(v => v.SourceNote).HasMaxLength(1000);
            version.Property(v => v.Reason).HasMaxLength(1000);
            version.HasOne<SupportFact>().WithMany().HasForeignKey(v => v.FactId);
        });
    }
}
