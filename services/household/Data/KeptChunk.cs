namespace Tsunagu.Households.Data;

/// <summary>A piece of a kept file, compressed and sealed.</summary>
sealed class KeptChunk
{
    public required Guid StorageId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Data { get; init; }
}
