using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Households.Records;

namespace Tsunagu.Households.Data;

/// <summary>Tables of files and messages of residents.</summary>
static class RecordMapping
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ResidentFile>(file =>
        {
            Configure(file, "resident_files", "begun_at");
            file.Property(f => f.FileName).HasMaxLength(400);
            file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
            file.Property(f => f.Sha256).HasMaxLength(64);
            file.HasIndex(f => f.RecordedAt).HasFilter("added_at is null");
        });
        modelBuilder.Entity<ResidentFileChunk>(chunk =>
        {
            chunk.ToTable("resident_file_chunks").HasKey(c => new { c.FileId, c.Number });
            chunk.HasOne<ResidentFile>().WithMany().HasForeignKey(c => c.FileId);
        });
        modelBuilder.Entity<ResidentMessage>(message =>
        {
            Configure(message, "resident_messages", "written_at");
            message.Property(m => m.Text).HasMaxLength(8000);
        });
    }

    static void Configure<TRecord>(EntityTypeBuilder<TRecord> record, string table, string recordedAt)
        where TRecord : ResidentRecord
    {
        record.ToTable(table).HasKey(r => r.Id);
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.RecordedAt).HasColumnName(recordedAt);
        record.Property(r => r.Visibility).HasConversion<string>().HasMaxLength(20);
        record.Property(r => r.WithdrawalReason).HasMaxLength(1000);
        record.Property(r => r.Version).IsRowVersion();
        record.HasIndex(r => new { r.ResidentId, r.RecordedAt, r.Id });
        record.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
    }
}
