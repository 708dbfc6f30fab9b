namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>A change as its caller saw it: it took effect somewhere between question and answer.</summary>
/// <param name="Kind">Such as <c>revoke</c>.</param>
/// <param name="From">When it was asked for.</param>
/// <param name="To">When it was acknowledged.</param>
/// <param name="Before">State before.</param>
/// <param name="After">State after.</param>
sealed record Change(string Kind, DateTimeOffset From, DateTimeOffset To, RecordState Before, RecordState After)
{
    /// <summary>What a read may have shown: the state before unless it began after the acknowledgement, the state after unless it ended before the question.</summary>
    public IReadOnlySet<Sight> Possible(Seen read)
    {
        var possible = new HashSet<Sight>();
        if (read.From <= To)
            possible.UnionWith(Before.Between(read.From, Earlier(read.To, To), read.Reader));
        if (read.To >= From)
            possible.UnionWith(After.Between(Later(read.From, From), read.To, read.Reader));
        return possible;
    }

    static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
