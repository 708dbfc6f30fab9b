using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Intake.Domain;

namespace Tsunagu.Intake.Data;

sealed class CaseMapping : IEntityTypeConfiguration<SupportCase>
{
    public void Configure(EntityTypeBuilder<SupportCase> builder)
    {
        builder.ToTable("cases");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Consultation).HasColumnName("consultation_id");
        builder.Property(c => c.Agency).HasColumnName("agency_id");
        builder.Property(c => c.Responsible).HasColumnName("responsible_staff_id");
        builder.Property(c => c.Resident).HasColumnName("resident_id");
        builder.Property(c => c.Household).HasColumnName("household_id");
        builder.Property(c => c.Version).IsRowVersion();

        // One case for one consultation, whatever two calls at once may try.
        builder.HasOne<Consultation>().WithOne().HasForeignKey<SupportCase>(c => c.Consultation).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Agency);
    }
}
