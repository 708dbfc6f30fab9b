using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Intake.Domain;

namespace Tsunagu.Intake.Data;

sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.ToTable("consultations");
        consultation.HasKey(c => c.Id);
        consultation.Property(c => c.Id).ValueGeneratedNever();
        consultation.Property(c => c.Agency).HasColumnName("agency_id");
        consultation.Property(c => c.Staff).HasColumnName("staff_id");
        consultation.Property(c => c.Resident).HasColumnName("resident_id");
        consultation.Property(c => c.Household).HasColumnName("household_id");
        consultation.Property(c => c.Case).HasColumnName("case_id");
        consultation.Property(c => c.Version).IsRowVersion();
        consultation.Ignore(c => c.SubjectState);
        consultation.PrimitiveCollection(c => c.Issues).ElementType(issue => issue.HasConversion<string>());
        consultation.ComplexProperty(c => c.Person, person => person
            .Property(p => p.BirthDate).HasConversion(date => date!.Text, text => PartialDate.Parse(text)!));
        consultation.ComplexProperty(c => c.Visitor);

        // The list of an agency, newest first, in pages; the key makes the order total.
        consultation.HasIndex(c => new { c.Agency, c.ReceivedAt, c.Id }).IsDescending(false, true, true);
        consultation.HasIndex(c => c.Resident);
    }
}
