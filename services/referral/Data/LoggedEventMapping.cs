using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tsunagu.Referrals.Data;

sealed class LoggedEventMapping : IEntityTypeConfiguration<LoggedEvent>
{
    public void Configure(EntityTypeBuilder<LoggedEvent> builder)
    {
        builder.ToTable("referral_events");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.From).HasColumnName("from_agency_id");
        builder.Property(row => row.To).HasColumnName("to_agency_id");
        builder.HasIndex(row => new { row.ReferralId, row.Sequence }).IsUnique();
        builder.HasIndex(row => row.Position).IsUnique();
        builder.HasIndex(row => new { row.From, row.Position });
        builder.HasIndex(row => new { row.To, row.Position });
        builder.HasIndex(row => row.OccurredAt).HasFilter("position is null");
    }
}
