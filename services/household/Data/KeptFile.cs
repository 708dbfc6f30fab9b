namespace Tsunagu.Households.Data;

/// <summary>The copy of a received file without what must not be stored, under the digest of what was received.</summary>
sealed class KeptFile
{
    public required string FeedId { get; init; }

    /// <summary>SHA-256 of the received bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Under which its chunks lie: the import that brought it.</summary>
    public required Guid StorageId { get; init; }

    /// <summary>Opens the chunks. It is stored once the whole file was seen to be fit to be kept, and until then nobody can read them.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>Columns that were left out.</summary>
    public required string[] DroppedColumns { get; init; }

    public required DateTimeOffset KeptAt { get; init; }
}
