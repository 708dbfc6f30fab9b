using Microsoft.EntityFrameworkCore;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Tables of parked messages and of gaps.</summary>
static class ParkingModel
{
    const string Open = "state in ('Parked', 'Replaying')";

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ParkedMessage>(parked =>
        {
            parked.ToTable("parked_messages").HasKey(row => row.Id);
            parked.Property(row => row.Id).ValueGeneratedNever();
            parked.Property(row => row.Position).UseIdentityAlwaysColumn();
            parked.Property(row => row.Endpoint).HasMaxLength(100);
            parked.Property(row => row.Type).HasMaxLength(200);
            parked.Property(row => row.Cause).HasMaxLength(200);
            parked.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            parked.Property(row => row.Version).IsRowVersion();
            parked.HasIndex(row => new { row.Endpoint, row.EventId }).IsUnique();
            parked.HasIndex(row => new { row.Endpoint, row.Line, row.Sequence, row.Position }).HasFilter(Open);
            parked.HasIndex(row => row.Position);
            parked.HasIndex(row => new { row.Endpoint, row.AlarmedAt }).HasFilter("alarmed_at is not null");
            parked.HasIndex(row => row.EndedAt).HasFilter("ended_at is not null");
        });
        modelBuilder.Entity<SequenceGap>(gap =>
        {
            gap.ToTable("sequence_gaps").HasKey(row => row.Position);
            gap.Property(row => row.Position).UseIdentityAlwaysColumn();
            gap.Property(row => row.Endpoint).HasMaxLength(100);
            gap.HasIndex(row => new { row.Endpoint, row.AggregateId });
        });
    }
}
