using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Rows;

/// <summary>
/// Finds the columns of a file that hold 個人番号 or 住民票コード: named by the layout, by their header, or by the shape of their
/// values. Key columns are numbers of another kind and are never taken for one.
/// </summary>
sealed class ForbiddenScan
{
    readonly ColumnIndex columns;
    readonly HashSet<int> keys;
    readonly SortedSet<int> found;
    readonly ColumnShape[] shapes;

    public ForbiddenScan(FeedLayout layout, ColumnIndex columns)
    {
        this.columns = columns;
        keys = [.. new[] { layout.Key?.Column, layout.SecondKey?.Column }.OfType<string>().Select(c => columns[c])];
        found = [.. layout.Forbidden.Select(c => columns[c])];
        shapes = [.. Enumerable.Range(0, columns.Count).Select(_ => new ColumnShape())];
        for (var i = 0; i < columns.Count; i++)
        {
            if (!keys.Contains(i) && ForbiddenNumbers.ByHeader(columns.NameOf(i)) is not null)
                _ = found.Add(i);
        }
    }

    /// <summary>Positions known so far.</summary>
    public IReadOnlySet<int> Found => found;

    /// <summary>Their names, in file order.</summary>
    public string[] Names => [.. found.Select(columns.NameOf)];

    /// <summary>Looks at the cells of one record.</summary>
    public void Look(string[] fields)
    {
        for (var i = 0; i < fields.Length; i++)
            shapes[i].Add(fields[i]);
    }

    /// <summary>Adds the columns that the values seen so far give away.</summary>
    public void Judge()
    {
        for (var i = 0; i < shapes.Length; i++)
        {
            if (!keys.Contains(i) && shapes[i].Verdict() is not null)
                _ = found.Add(i);
        }
    }
}
