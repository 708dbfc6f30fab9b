using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>
/// Finds the columns of a file that hold 個人番号 or 住民票コード: named by the layout, by their header, or by the shape of their
/// values. Key columns are numbers of another kind and are never taken for one.
/// </summary>
sealed class ForbiddenScan
{
    const int LongestName = 200;

    readonly FeedLayout layout;
    readonly HashSet<int> keys = [];
    readonly SortedSet<int> found = [];
    IReadOnlyList<string> names;
    ColumnShape[] shapes = [];
    bool judged;

    public ForbiddenScan(FeedLayout layout)
    {
        this.layout = layout;
        names = layout.File.Columns;
        Begin();
    }

    /// <summary>Positions known so far.</summary>
    public IReadOnlySet<int> Found => found;

    /// <summary>Their names, in file order.</summary>
    public string[] Names => [.. found.Select(i => names[i])];

    /// <summary>The same as they can be stored: the header of a foreign file may be anything, a NUL included, which no text of the database holds.</summary>
    public string[] ShownNames => [.. Names.Select(Shown)];

    /// <summary>Columns of the file.</summary>
    public int Width => names.Count;

    /// <summary>True when a column gave itself away only after rows of it had passed.</summary>
    public bool FoundLate { get; private set; }

    /// <summary>The file has other columns than the layout says.</summary>
    /// <param name="header">The cells of its header line.</param>
    public void Replace(string[] header)
    {
        // A header that is gone leaves the layout's own names as the best that is known.
        var known = found.Select(i => layout.File.Columns[i]).ToHashSet();
        var sameWidth = header.Length == layout.File.Columns.Count;
        names = header;
        Begin();
        for (var i = 0; i < header.Length; i++)
        {
            if (sameWidth && known.Contains(layout.File.Columns[i]))
                _ = found.Add(i);
        }
    }

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
            if (!keys.Contains(i) && shapes[i].Verdict() is not null && found.Add(i))
                FoundLate |= judged;
        }
        judged = true;
    }

    static string Shown(string name) =>
        (name.Length <= LongestName ? name : name[..LongestName]).Replace('\0', '\uFFFD').Replace(SourceDecoder.Invalid, '\uFFFD');

    void Begin()
    {
        keys.Clear();
        found.Clear();
        shapes = [.. names.Select(_ => new ColumnShape())];
        var keyNames = layout.Numbers().ToHashSet();
        for (var i = 0; i < names.Count; i++)
        {
            if (keyNames.Contains(names[i]))
                _ = keys.Add(i);
            else if (layout.Forbidden.Contains(names[i]) || ForbiddenNumbers.ByHeader(names[i]) is not null)
                _ = found.Add(i);
        }
    }
}
