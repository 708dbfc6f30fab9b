using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Notifications.Domain;

namespace Tsunagu.Notifications.Data;

sealed class InboxMapping : IEntityTypeConfiguration<InboxItem>, IEntityTypeConfiguration<InboxRead>
{
    public void Configure(EntityTypeBuilder<InboxItem> builder)
    {
        builder.ToTable("inbox_items");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(row => row.Agency).HasColumnName("agency_id");
        builder.Property(row => row.Staff).HasColumnName("staff_id");
        builder.Property(row => row.Service).HasMaxLength(100);
        builder.Property(row => row.Position).UseIdentityAlwaysColumn();
        builder.HasIndex(row => new { row.Agency, row.Position });
    }

    public void Configure(EntityTypeBuilder<InboxRead> builder)
    {
        builder.ToTable("inbox_reads");
        builder.HasKey(row => new { row.ItemId, row.Staff });
        builder.Property(row => row.Staff).HasColumnName("staff_id");
        builder.HasOne<InboxItem>().WithMany().HasForeignKey(row => row.ItemId);
    }
}
