using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Referrals.Domain;

namespace Tsunagu.Referrals.Data;

sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.From).HasColumnName("from_agency_id");
        builder.Property(row => row.To).HasColumnName("to_agency_id");
        builder.Property(row => row.CreatedBy).HasColumnName("created_by_staff_id");
        builder.Property(row => row.Version).IsRowVersion();
        builder.Ignore(row => row.KnownReceiver);
        builder.ComplexProperty(row => row.Origin, origin =>
        {
            origin.Property(it => it.Case).HasColumnName("case_id");
            origin.Property(it => it.Consultation).HasColumnName("consultation_id");
        });
        builder.ComplexProperty(row => row.Sheet, sheet =>
        {
            sheet.Property(it => it.Purpose).HasColumnName("purpose");
            sheet.Property(it => it.Request).HasColumnName("request");
            sheet.Property(it => it.AlreadyTried).HasColumnName("already_tried");
            sheet.Property(it => it.HouseholdPicture).HasColumnName("household_picture");
            sheet.Property(it => it.PersonsWish).HasColumnName("persons_wish");
            sheet.Property(it => it.LegalBasis).HasColumnName("legal_basis").HasConversion<string>().HasMaxLength(40);
            sheet.Property(it => it.Consent).HasColumnName("consent_id");
            sheet.Property(it => it.Contact).HasColumnName("contact");
        });
        builder.OwnsMany(row => row.History, step =>
        {
            step.ToTable("referral_steps");
            step.WithOwner().HasForeignKey("referral_id");
            step.Property<ReferralId>("referral_id");
            step.HasKey("referral_id", nameof(ReferralStep.Number));
            step.Property(it => it.Number).ValueGeneratedNever();
            step.Property(it => it.State).HasConversion<string>().HasMaxLength(20);
            step.Property(it => it.Staff).HasColumnName("staff_id");
            step.Property(it => it.Agency).HasColumnName("agency_id");
        });
        builder.Navigation(row => row.History).HasField("_history").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(row => new { row.From, row.CreatedAt, row.Id });
        builder.HasIndex(row => new { row.To, row.CreatedAt, row.Id });
    }
}
