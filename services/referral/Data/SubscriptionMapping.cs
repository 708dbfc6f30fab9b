using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Referrals.Domain;

namespace Tsunagu.Referrals.Data;

sealed class SubscriptionMapping : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Agency).HasColumnName("agency_id");
        builder.Property(row => row.Url).HasConversion(url => url.OriginalString, text => new Uri(text));
        builder.Property(row => row.Version).IsRowVersion();
        builder.Ignore(row => row.Active);
        builder.HasIndex(row => new { row.Agency, row.CreatedAt });
    }
}
