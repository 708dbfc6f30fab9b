using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Intake.Domain;

namespace Tsunagu.Intake.Data;

sealed class MeetingAttendanceMapping : IEntityTypeConfiguration<MeetingAttendance>
{
    public void Configure(EntityTypeBuilder<MeetingAttendance> builder)
    {
        builder.ToTable("meeting_attendance");
        builder.HasKey(row => new { row.Agency, row.Meeting });
        builder.Property(row => row.Agency).HasColumnName("agency_id");
        builder.Property(row => row.Meeting).HasColumnName("meeting_id");
        builder.HasIndex(row => row.Meeting);
    }
}
