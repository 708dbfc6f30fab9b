using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Notifications.Domain;

namespace Tsunagu.Notifications.Data;

sealed class DeliveryMapping :
    IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<PublicEvent>, IEntityTypeConfiguration<PartnerSubscription>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Agency).HasColumnName("agency_id");
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Position).UseIdentityAlwaysColumn();
        builder.HasOne<PublicEvent>().WithMany().HasForeignKey(row => row.EventId);
        builder.HasIndex(row => new { row.SubscriptionId, row.EventId }).IsUnique();
        builder.HasIndex(row => new { row.SubscriptionId, row.Position });
        builder.HasIndex(row => new { row.SubscriptionId, row.ReferralId, row.Sequence }).HasFilter("state in ('Pending', 'Failed')");
        builder.HasIndex(row => row.NextAttemptAt).HasFilter("state = 'Pending'");
        // For claims: what is due next for a subscription, and what is being sent to it.
        builder.HasIndex(row => new { row.SubscriptionId, row.NextAttemptAt, row.Position }).HasFilter("state = 'Pending'");
        builder.HasIndex(row => new { row.SubscriptionId, row.LeaseUntil }).HasFilter("lease_until is not null");
    }

    public void Configure(EntityTypeBuilder<PublicEvent> builder)
    {
        builder.ToTable("referral_events");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Type).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.From).HasColumnName("from_agency_id");
        builder.Property(row => row.To).HasColumnName("to_agency_id");
        builder.Property(row => row.TraceParent).HasMaxLength(100);
        builder.Ignore(row => row.Told);
        builder.HasIndex(row => new { row.ReferralId, row.Sequence }).IsUnique();
        builder.HasIndex(row => new { row.From, row.OccurredAt });
        builder.HasIndex(row => new { row.To, row.OccurredAt });
    }

    public void Configure(EntityTypeBuilder<PartnerSubscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Agency).HasColumnName("agency_id");
        builder.HasIndex(row => row.Agency).HasFilter("ended_at is null");
    }
}
