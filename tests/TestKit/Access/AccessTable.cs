using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.Tests.TestKit.Access;

/// <summary>The hand-written expectation of who may do what, <c>contracts/access-table.md</c>.</summary>
public sealed class AccessTable
{
    static readonly Dictionary<char, Role> Letters = new()
    {
        ['C'] = Role.Caseworker,
        ['K'] = Role.Coordinator,
        ['M'] = Role.Manager,
        ['P'] = Role.Partner,
        ['L'] = Role.LayWatcher,
        ['S'] = Role.Planner,
        ['A'] = Role.Auditor,
        ['D'] = Role.Administrator,
        ['V'] = Role.Service,
    };

    AccessTable(IReadOnlyDictionary<string, IReadOnlyList<string>> standings, IReadOnlyList<AccessRow> rows) => (Standings, Rows) = (standings, rows);

    /// <summary>For each word of the column "rows": what an owner, a receiver, a holder of a grant, a former one and a stranger are answered.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Standings { get; }

    /// <summary>The operations, in the order of the document.</summary>
    public IReadOnlyList<AccessRow> Rows { get; }

    /// <summary>Roles that have a letter.</summary>
    public static IEnumerable<Role> Roles => Letters.Values;

    /// <summary>Reads the document.</summary>
    /// <exception cref="FormatException">A line is no row of its table, or an operation stands there twice.</exception>
    public static AccessTable Read()
    {
        var standings = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var rows = new List<AccessRow>();
        foreach (var cells in File.ReadLines(Repository.PathOf("contracts/access-table.md")).Where(line => line.StartsWith('|')).Select(Cells))
        {
            if (cells[0] is "word" or "operation" || cells[0].StartsWith('-'))
                continue;
            if (cells.Length == 6)
                standings.Add(cells[0], cells[1..]);
            else
                rows.Add(Row(cells, standings));
        }

        return rows.GroupBy(row => row.Operation).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new FormatException($"{twice.Key} stands in the access table twice.")
            : new(standings, rows);
    }

    static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    static AccessRow Row(string[] cells, Dictionary<string, IReadOnlyList<string>> standings) =>
        cells.Length == 5 && cells[1].All(Letters.ContainsKey) && cells[2] is "" or "yes" && standings.ContainsKey(cells[3])
            ? new(cells[0], cells[1].Select(letter => Letters[letter]).ToHashSet(), cells[2] == "yes", cells[3], RecordOf(cells[4]))
            : throw new FormatException($"No row of the access table: {string.Join(" | ", cells)}");

    static Audit RecordOf(string word) => word switch
    {
        "" => Audit.None,
        "read" => Audit.Read,
        "write" => Audit.Write,
        _ => throw new FormatException($"Nothing goes on record as '{word}'."),
    };
}
