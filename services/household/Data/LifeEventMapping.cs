using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Documents;
using Tsunagu.Households.LifeEvents;

namespace Tsunagu.Households.Data;

/// <summary>Tables of life events and of the procedures that staff keep for them.</summary>
static class LifeEventMapping
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LifeEvent>(life =>
        {
            life.ToTable("life_events").HasKey(e => e.Id);
            life.Property(e => e.Id).ValueGeneratedNever();
            life.Property(e => e.Kind).HasConversion<string>().HasMaxLength(40);
            life.Ignore(e => e.Key);
            life.Ignore(e => e.LastSequence);
            life.HasIndex(e => new { e.ResidentId, e.Sequence }).IsUnique();
            life.HasIndex(e => e.HouseholdId);
            life.HasIndex(e => e.FromHouseholdId);
            life.HasIndex(e => new { e.FeedId, e.NoticedOn });
            life.HasIndex(e => new { e.NoticedOn, e.Id });
            life.HasOne<Resident>().WithMany().HasForeignKey(e => e.ResidentId);
        });
        DocumentTable.Configure<ProcedureTable>(modelBuilder, "procedure_tables");
        // What ended on a day, or after it, is found without what ended long before.
        modelBuilder.Entity<ResidentVersion>().HasIndex(v => v.ValidTo).HasFilter("known_to = 'infinity'");
        modelBuilder.Entity<InvolvementVersion>().HasIndex(v => v.ValidTo).HasFilter("known_to = 'infinity'");
    }
}
