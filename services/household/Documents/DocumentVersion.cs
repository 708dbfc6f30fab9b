namespace Tsunagu.Households.Documents;

/// <summary>A version of a document that staff edit; the highest is in force. Versions are added and never changed.</summary>
/// <typeparam name="TDocument">The document; each has a table of its own.</typeparam>
sealed class DocumentVersion<TDocument>
    where TDocument : IDocument<TDocument>
{
    /// <summary>From 1.</summary>
    public int Version { get; init; }

    /// <summary>As <see cref="IDocument{TSelf}.ToJson"/> writes it.</summary>
    public required string Document { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed it; empty for the document that came with the program.</summary>
    public required string StaffId { get; init; }

    public required string Reason { get; init; }
}
