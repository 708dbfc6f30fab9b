using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Layouts;

/// <summary>How the text of a file is cut into records.</summary>
sealed record FileLayout
{
    /// <summary><c>cp932</c>, <c>euc-jp</c>, <c>utf-8</c>, <c>utf-16le</c> or <c>utf-16be</c>; a byte order mark may be there or not.</summary>
    public required string Encoding { get; init; }

    /// <summary>One character: comma or tab, as a rule.</summary>
    public required char Delimiter { get; init; }

    public required Quoting Quoting { get; init; }

    /// <summary>Lines before the first record, 0 to 2; the names are on the last of them.</summary>
    public required int HeaderRows { get; init; }

    /// <summary>Header names in order, or <c>#1</c>, <c>#2</c> ... when the file has none.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>First cell of a total line, which is no record.</summary>
    public string? TrailerFirstCell { get; init; }
}
