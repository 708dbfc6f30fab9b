using System.Globalization;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.PostgreSQL;

/// <summary>One installed major version of PostgreSQL.</summary>
/// <param name="Folder">Where its programs are.</param>
/// <param name="Major">The major version.</param>
sealed record PostgresBinaries(string Folder, int Major)
{
    static readonly string[] Roots = ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt", "/usr"];

    public string this[string program] => Path.Combine(Folder, program);

    /// <summary>Every version on this machine, newest first.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in Folders())
            if ((await Tool.TryRunAsync([Path.Combine(folder, "postgres"), "--version"], null, cancellationToken)) is (0, var text) && Version(text) is { } major)
                found.Add(new PostgresBinaries(folder, major));
        return [.. found.OrderByDescending(binaries => binaries.Major)];
    }

    static IEnumerable<string> Folders() =>
        Roots.Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateDirectories(root).Select(version => Path.Combine(version, "bin")))
            .Concat(Tool.SearchPath())
            .Where(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")))
            .Distinct();

    // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
    static int? Version(string text) =>
        text.Split(' ').Select(word => word.Split('.')[0]).Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out var major) ? major : (int?)null).FirstOrDefault(major => major is not null);
}
