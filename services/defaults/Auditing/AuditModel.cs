using Microsoft.EntityFrameworkCore;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>
/// Tables of the audit. Acts are added to <c>audit_pending</c> by the transaction that does them; the sequencer moves them to
/// <c>audit_log</c>, which the service's login can neither change nor delete from, and keeps the tree over them.
/// </summary>
static class AuditModel
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PendingAct>(act =>
        {
            act.ToTable("audit_pending").HasKey(row => row.Id);
            act.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<SealedAct>(act =>
        {
            act.ToTable("audit_log").HasKey(row => row.Sequence);
            act.Property(row => row.Sequence).ValueGeneratedNever();
            act.HasIndex(row => row.Id).IsUnique();
            act.HasIndex(row => row.Subjects).HasMethod("gin");
            act.HasIndex(row => new { row.Staff, row.At });
            act.HasIndex(row => row.At);
        });
        modelBuilder.Entity<SealedState>(state =>
        {
            state.ToTable("audit_checkpoints").HasKey(row => row.Size);
            state.Property(row => row.Size).ValueGeneratedNever();
        });
        modelBuilder.Entity<SealedNode>(node => node.ToTable("audit_nodes").HasKey(row => new { row.Height, row.Index }));
    }
}
