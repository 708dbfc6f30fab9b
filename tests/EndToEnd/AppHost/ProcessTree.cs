using System.Globalization;

namespace Tsunagu.Tests.EndToEnd.AppHost;

/// <summary>The processes of the machine, as Linux shows them.</summary>
static class ProcessTree
{
    /// <summary>Every process below another that is alive now, by id and start time: ids are used again.</summary>
    public static IReadOnlySet<(int Id, string Start)> Below(int root)
    {
        var all = All().ToList();
        var found = new HashSet<(int Id, string Start)>();
        var next = new Queue<int>([root]);
        while (next.TryDequeue(out var parent))
            foreach (var child in all.Where(process => process.Parent == parent && found.Add((process.Id, process.Start))))
                next.Enqueue(child.Id);
        return found;
    }

    /// <summary>Those of the given processes that are still alive, with their command lines.</summary>
    public static IReadOnlyList<string> Alive(IReadOnlySet<(int Id, string Start)> processes) =>
        [.. All().Where(process => processes.Contains((process.Id, process.Start))).Select(process => $"{process.Id} {CommandLine(process.Id)}")];

    /// <summary>Waits until none of the given processes is alive; what is left when the patience ends.</summary>
    public static async Task<IReadOnlyList<string>> LeftAfterAsync(TimeSpan patience, IReadOnlySet<(int Id, string Start)> processes, CancellationToken ct)
    {
        var deadline = DateTime.UtcNow + patience;
        while (Alive(processes) is { Count: > 0 } && DateTime.UtcNow < deadline)
            await Task.Delay(200, ct);
        return Alive(processes);
    }

    /// <summary>An environment variable of the first process below another that has it.</summary>
    /// <exception cref="InvalidOperationException">None has it.</exception>
    public static string VariableBelow(int root, string name) => Below(root)
        .SelectMany(process => Environment(process.Id))
        .FirstOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..]
        ?? throw new InvalidOperationException($"No process has {name}.");

    static string[] Environment(int id) => Read(id, "environ")?.Split('\0') ?? [];

    static IEnumerable<(int Id, int Parent, string Start)> All() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
        let id = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)
        let fields = Stat(id)
        where fields is not null && fields[0] != "Z"
        select (id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19]);

    // The name, in parentheses, may hold blanks; the fields after it do not.
    static string[]? Stat(int id) => Read(id, "stat") is { } text ? text[(text.LastIndexOf(')') + 2)..].Split(' ') : null;

    static string CommandLine(int id) => Read(id, "cmdline")?.Replace('\0', ' ') ?? "";

    // Null when it ended meanwhile, or is somebody else's.
    static string? Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
