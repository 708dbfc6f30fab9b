using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>
/// A file of a resident; its bytes are <see cref="ResidentFileChunk"/>s. While they come it is nobody's yet, and whoever withdraws it removes them.
/// </summary>
sealed class ResidentFile : ResidentRecord
{
    ResidentFile()
    {
    }

    public string FileName { get; private init; } = "";

    /// <summary>When the last byte had come; null before.</summary>
    public DateTimeOffset? AddedAt { get; private set; }

    public FileKind Kind { get; private set; }

    /// <summary>Bytes that are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>SHA-256 of what is kept, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public static ResidentFile Begin(
        Guid id, Guid resident, string fileName, RecordVisibility visibility, StaffId staff, AgencyId agency, DateTimeOffset now) => new()
        {
            Id = id,
            ResidentId = resident,
            FileName = fileName,
            Visibility = visibility,
            StaffId = staff,
            AgencyId = agency,
            RecordedAt = now,
        };

    /// <summary>All of it has come.</summary>
    public void Add(FileKind kind, long bytes, string sha256, DateTimeOffset now) => (Kind, Bytes, Sha256, AddedAt) = (kind, bytes, sha256, now);
}
