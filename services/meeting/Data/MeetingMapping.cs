using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Meetings.Domain;

namespace Tsunagu.Meetings.Data;

sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("meetings");
        meeting.HasKey(m => m.Id);
        meeting.Property(m => m.Id).ValueGeneratedNever();
        meeting.Property(m => m.Case).HasColumnName("case_id");
        meeting.Property(m => m.Convener).HasColumnName("convener_agency_id");
        meeting.Property(m => m.CalledBy).HasColumnName("called_by_staff_id");
        meeting.Property(m => m.Version).IsRowVersion();
        meeting.OwnsMany(m => m.Invitations, invitation =>
        {
            invitation.ToTable("invitations");
            invitation.WithOwner().HasForeignKey("MeetingId");
            invitation.Property(i => i.Agency).HasColumnName("agency_id");
            invitation.HasKey("MeetingId", nameof(Invitation.Agency));
            invitation.HasIndex(i => i.Agency);
        });
        meeting.OwnsMany(m => m.Decisions, decision =>
        {
            decision.ToTable("decisions");
            decision.WithOwner().HasForeignKey("MeetingId");
            decision.HasKey(d => d.Id);
            decision.Property(d => d.Id).ValueGeneratedNever();
            decision.Property(d => d.ResponsibleAgency).HasColumnName("responsible_agency_id");
            decision.Property(d => d.RecordedBy).HasColumnName("recorded_by_staff_id");
        });

        // The list of a convener, soonest first, in pages; the key makes the order total.
        meeting.HasIndex(m => new { m.Convener, m.StartsAt, m.Id });
        meeting.HasIndex(m => m.Case);
    }
}
