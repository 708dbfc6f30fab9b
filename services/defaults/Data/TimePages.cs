using Microsoft.EntityFrameworkCore;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Reads a page of a list that is ordered by time, then by id.</summary>
public static class TimePages
{
    /// <summary>One page, and the token of the next; the token is empty on the last page.</summary>
    /// <param name="ordered">Rows in order, from the first of the page on.</param>
    /// <param name="size">Most rows of a page.</param>
    /// <param name="keyOf">Place of a row in the list.</param>
    /// <param name="ct">Stops the reading.</param>
    public static Task<(IReadOnlyList<TRow> Rows, string NextPageToken)> PageAsync<TRow>(
        this IQueryable<TRow> ordered, int size, Func<TRow, TimeKey> keyOf, CancellationToken ct) =>
        ordered.PageAsync(size, row => keyOf(row).ToToken(), ct);

    /// <summary>The same of a list in another order.</summary>
    /// <param name="ordered">Rows in order, from the first of the page on.</param>
    /// <param name="size">Most rows of a page.</param>
    /// <param name="tokenOf">Token of the page that starts after a row.</param>
    /// <param name="ct">Stops the reading.</param>
    internal static async Task<(IReadOnlyList<TRow> Rows, string NextPageToken)> PageAsync<TRow>(
        this IQueryable<TRow> ordered, int size, Func<TRow, string> tokenOf, CancellationToken ct)
    {
        // One more than asked for: it tells whether there is a next page.
        var rows = await ordered.Take(size + 1).ToListAsync(ct);
        return rows.Count > size ? (rows[..size], tokenOf(rows[size - 1])) : (rows, "");
    }
}
