namespace Tsunagu.Households.Records;

/// <summary>A piece of a file.</summary>
sealed class ResidentFileChunk
{
    public required Guid FileId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Data { get; init; }
}
