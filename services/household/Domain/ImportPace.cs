namespace Tsunagu.Households.Domain;

/// <summary>How far a running upload is, and how long the rest takes at its pace so far.</summary>
/// <param name="Share">Of the bytes, 0 to 1.</param>
/// <param name="Left">Null while too little has come to tell.</param>
readonly record struct ImportPace(double Share, TimeSpan? Left)
{
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Null when the sender did not say how much will come.</summary>
    /// <param name="bytes">Received so far.</param>
    /// <param name="total">What the sender said; 0 when it did not. A sender that sends more is at its end.</param>
    /// <param name="elapsed">Since the first byte.</param>
    public static ImportPace? Of(long bytes, long total, TimeSpan elapsed)
    {
        if (total <= 0)
            return null;
        var share = Math.Min(1, (double)bytes / total);
        return new ImportPace(share, share > 0 && elapsed >= Shortest ? elapsed * ((1 - share) / share) : null);
    }
}
