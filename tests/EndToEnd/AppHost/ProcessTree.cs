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

    static string[] Environment(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ").Split('\0');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return [];
        }
    }

    static IEnumerable<(int Id, int Parent, string Start)> All() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
        let fields = Stat(folder)
        where fields is not null && fields[0] != "Z"
        select (int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19]);

    // The name, in parentheses, may hold blanks; the fields after it do not.
    static string[]? Stat(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It ended while the list was read.
            return null;
        }
    }

    static string CommandLine(int id) => File.Exists($"/proc/{id}/cmdline") ? File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ') : "";
}
