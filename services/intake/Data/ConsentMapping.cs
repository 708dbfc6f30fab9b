using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Intake.Domain;

namespace Tsunagu.Intake.Data;

sealed class ConsentMapping : IEntityTypeConfiguration<RecordedConsent>
{
    public void Configure(EntityTypeBuilder<RecordedConsent> builder)
    {
        builder.ToTable("consents");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Consultation).HasColumnName("consultation_id");
        builder.Property(c => c.Agency).HasColumnName("agency_id");
        builder.PrimitiveCollection(c => c.Agencies).HasColumnName("agency_ids").HasColumnType("text[]");
        builder.PrimitiveCollection(c => c.AgencyKinds).HasColumnType("text[]");
        builder.PrimitiveCollection(c => c.Purposes).HasColumnType("text[]");
        builder.PrimitiveCollection(c => c.Closing).HasColumnType("text[]");
        builder.Property(c => c.RecordedBy).HasColumnName("recorded_by_staff_id");
        builder.Property(c => c.RevokedBy).HasColumnName("revoked_by_staff_id");
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasOne<Consultation>().WithMany().HasForeignKey(c => c.Consultation).OnDelete(DeleteBehavior.Restrict);

        // The list of a consultation, newest first, in pages; the key makes the order total.
        builder.HasIndex(c => new { c.Consultation, c.RecordedAt, c.Id }).IsDescending(false, true, true);
    }
}
