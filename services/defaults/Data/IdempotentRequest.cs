namespace Tsunagu.ServiceDefaults.Data;

/// <summary>A write that was answered, so that it is answered alike again; a row of <c>idempotent_requests</c>.</summary>
sealed class IdempotentRequest
{
    public required string Caller { get; init; }

    public required string Method { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>SHA-256 of the request message.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The first answer; null only inside the transaction that makes it.</summary>
    public byte[]? Response { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
