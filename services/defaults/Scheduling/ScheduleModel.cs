using Microsoft.EntityFrameworkCore;

namespace Tsunagu.ServiceDefaults.Scheduling;

/// <summary>Table of schedules.</summary>
static class ScheduleModel
{
    /// <summary>Channel on which a commit tells that something is due soon.</summary>
    public const string Channel = "schedules";

    /// <summary>Longest time between two looks at the table.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<Schedule>(schedule =>
    {
        schedule.ToTable("schedules").HasKey(row => row.Id);
        schedule.Property(row => row.Id).ValueGeneratedNever();
        schedule.Property(row => row.Kind).HasMaxLength(60);
        schedule.Property(row => row.Key).HasMaxLength(200);
        schedule.Property(row => row.LastError).HasMaxLength(200);
        schedule.HasIndex(row => row.DueAt);
    });
}
