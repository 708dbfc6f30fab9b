using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>A file of a resident; its bytes are <see cref="ResidentFileChunk"/>s. While they come it is nobody's yet.</summary>
sealed class ResidentFile
{
    ResidentFile()
    {
    }

    public Guid Id { get; private init; }

    public Guid ResidentId { get; private init; }

    public string FileName { get; private init; } = "";

    public RecordVisibility Visibility { get; private init; }

    public StaffId StaffId { get; private init; }

    public AgencyId AgencyId { get; private init; }

    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>When the last byte had come; null before.</summary>
    public DateTimeOffset? AddedAt { get; private set; }

    public FileKind Kind { get; private set; }

    /// <summary>Bytes that are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 of what is kept, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public StaffId? WithdrawnBy { get; private set; }

    /// <summary>Why it was withdrawn, or empty.</summary>
    public string WithdrawalReason { get; private set; } = "";

    public uint Version { get; private set; }

    public static ResidentFile Begin(
        Guid id, Guid resident, string fileName, RecordVisibility visibility, StaffId staff, AgencyId agency, DateTimeOffset now) => new()
        {
            Id = id,
            ResidentId = resident,
            FileName = fileName,
            Visibility = visibility,
            StaffId = staff,
            AgencyId = agency,
            BegunAt = now,
        };

    /// <summary>All of it has come.</summary>
    public void Add(FileKind kind, long bytes, string sha256, DateTimeOffset now) => (Kind, Bytes, Sha256, AddedAt) = (kind, bytes, sha256, now);

    /// <summary>Takes it back; the caller removes its bytes.</summary>
    /// <exception cref="Refusal">RECORD_WITHDRAWN.</exception>
    public void Withdraw(StaffId staff, string reason, DateTimeOffset now) =>
        (WithdrawnAt, WithdrawnBy, WithdrawalReason) = WithdrawnAt is null ? (now, staff, reason) : throw FileErrors.Withdrawn();
}
