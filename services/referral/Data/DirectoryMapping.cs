using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Referrals.Domain;

namespace Tsunagu.Referrals.Data;

sealed class DirectoryMapping : IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<StaffMember>,
    IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<DirectoryHead>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("agency_id");
        builder.Property(row => row.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(row => row.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("staff_id");
        builder.Property(row => row.Agency).HasColumnName("agency_id");
        builder.Property(row => row.Version).IsRowVersion();
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.Agency).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.Agency);
    }

    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("agreements");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("agreement_id").ValueGeneratedNever();
        builder.Property(row => row.Agency).HasColumnName("agency_id");
        builder.Property(row => row.Version).IsRowVersion();
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.Agency).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => row.Agency);
    }

    public void Configure(EntityTypeBuilder<DirectoryHead> builder)
    {
        builder.ToTable("directory");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasColumnName("directory_id").ValueGeneratedNever();
    }
}
