using Microsoft.EntityFrameworkCore;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Tables of outbox, inbox and idempotency.</summary>
static class OutboxModel
{
    /// <summary>Channel on which a commit wakes the dispatchers of this database.</summary>
    public const string Channel = "outbox";

    /// <summary>Two events of one aggregate with the same number: two writers did not see each other.</summary>
    public const string SequenceIndex = "ux_outbox_messages_aggregate_sequence";

    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox_messages").HasKey(row => row.EventId);
            outbox.Property(row => row.Position).UseIdentityAlwaysColumn();
            outbox.Property(row => row.Body).HasColumnType("jsonb");
            outbox.HasIndex(row => new { row.AggregateId, row.Sequence }).IsUnique().HasDatabaseName(SequenceIndex);
            outbox.HasIndex(row => row.Position).HasFilter("sent_at is null").HasDatabaseName("ix_outbox_messages_waiting");
            outbox.HasIndex(row => row.SentAt).HasFilter("sent_at is not null").HasDatabaseName("ix_outbox_messages_sent");
        });
        modelBuilder.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox_messages").HasKey(row => new { row.Consumer, row.EventId });
            inbox.HasIndex(row => row.ReceivedAt);
        });
        modelBuilder.Entity<InboxPosition>().ToTable("inbox_positions").HasKey(row => new { row.Consumer, row.AggregateId });
        modelBuilder.Entity<IdempotentRequest>(request =>
        {
            request.ToTable("idempotent_requests").HasKey(row => new { row.Caller, row.Method, row.RequestId });
            request.HasIndex(row => row.CreatedAt);
        });
    }
}
