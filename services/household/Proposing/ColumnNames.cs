namespace Tsunagu.Households.Proposing;

/// <summary>Names by which a layout calls its columns: each once, none empty.</summary>
static class ColumnNames
{
    /// <summary>The header's names; a blank or repeated one is told apart by its position (<c>備考#7</c>, <c>#8</c>).</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> header, int count)
    {
        var seen = new HashSet<string>();
        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            var name = i < header.Count ? header[i].Trim() : "";
            names[i] = name.Length > 0 && seen.Add(name) ? name : $"{name}#{i + 1}";
            _ = seen.Add(names[i]);
        }
        return names;
    }
}
