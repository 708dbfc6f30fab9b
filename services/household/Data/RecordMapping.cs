using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Records;

namespace Tsunagu.Households.Data;

/// <summary>Tables of files and messages of residents.</summary>
static class RecordMapping
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ResidentFile>(file =>
        {
            file.ToTable("resident_files").HasKey(f => f.Id);
            file.Property(f => f.Id).ValueGeneratedNever();
            file.Property(f => f.FileName).HasMaxLength(400);
            file.Property(f => f.Visibility).HasConversion<string>().HasMaxLength(20);
            file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.Property(f => f.WithdrawalReason).HasMaxLength(1000);
            file.Property(f => f.Version).IsRowVersion();
            file.HasIndex(f => new { f.ResidentId, f.BegunAt, f.Id });
            file.HasIndex(f => f.BegunAt).HasFilter("added_at is null");
            file.HasOne<Resident>().WithMany().HasForeignKey(f => f.ResidentId);
        });
        modelBuilder.Entity<ResidentFileChunk>(chunk =>
        {
            chunk.ToTable("resident_file_chunks").HasKey(c => new { c.FileId, c.Number });
            chunk.HasOne<ResidentFile>().WithMany().HasForeignKey(c => c.FileId);
        });
        modelBuilder.Entity<ResidentMessage>(message =>
        {
            message.ToTable("resident_messages").HasKey(m => m.Id);
            message.Property(m => m.Id).ValueGeneratedNever();
            message.Property(m => m.Text).HasMaxLength(8000);
            message.Property(m => m.Visibility).HasConversion<string>().HasMaxLength(20);
            message.Property(m => m.WithdrawalReason).HasMaxLength(1000);
            message.Property(m => m.Version).IsRowVersion();
            message.HasIndex(m => new { m.ResidentId, m.WrittenAt, m.Id });
            message.HasOne<Resident>().WithMany().HasForeignKey(m => m.ResidentId);
        });
    }
}
