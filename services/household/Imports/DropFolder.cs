namespace Tsunagu.Households.Imports;

/// <summary>
/// A folder in which departments leave files: <c>feed/name.csv</c>. A file that has stopped growing is taken by renaming it, which one process alone brings
/// about; the new name holds the id of its import, so that whoever goes on after a crash runs the same import.
/// </summary>
sealed class DropFolder(string root)
{
    const string Working = "working";
    const string Pattern = "*.csv";
    const char Separator = '~';

    readonly Dictionary<string, (long Length, DateTime Written)> seen = new(StringComparer.Ordinal);

    /// <summary>Takes every file that is as it was when this was asked before.</summary>
    public void Take()
    {
        var now = new Dictionary<string, (long, DateTime)>(StringComparer.Ordinal);
        foreach (var file in Feeds().SelectMany(feed => feed.EnumerateFiles(Pattern)))
        {
            var state = (file.Length, file.LastWriteTimeUtc);
            if (seen.TryGetValue(file.FullName, out var before) && before == state)
                _ = TryMove(file.FullName, Path.Combine(Beside(file.DirectoryName ?? root, Working), $"{Guid.CreateVersion7()}{Separator}{file.Name}"));
            else
                now[file.FullName] = state;
        }
        seen.Clear();
        foreach (var (path, state) in now)
            seen[path] = state;
    }

    /// <summary>Files taken by this process or another and not done with, oldest first.</summary>
    public IReadOnlyList<DroppedFile> Taken() =>
    [
        .. Feeds()
            .Select(feed => (feed.Name, Folder: new DirectoryInfo(Path.Combine(feed.FullName, Working))))
            .Where(feed => feed.Folder.Exists)
            .SelectMany(feed => feed.Folder.EnumerateFiles(Pattern).Select(file => Read(feed.Name, file)))
            .OfType<DroppedFile>()
            .OrderBy(file => file.Import),
    ];

    /// <summary>Puts a file away; another process may have done so before.</summary>
    public static void PutAway(DroppedFile file, bool done)
    {
        var feed = Path.GetDirectoryName(Path.GetDirectoryName(file.Path)) ?? "";
        _ = TryMove(file.Path, Path.Combine(Beside(feed, done ? "done" : "failed"), Path.GetFileName(file.Path)));
    }

    IEnumerable<DirectoryInfo> Feeds() => new DirectoryInfo(root).EnumerateDirectories();

    static DroppedFile? Read(string feed, FileInfo file) =>
        file.Name.Split(Separator, 2) is [var id, var name] && Guid.TryParseExact(id, "D", out var import)
            ? new DroppedFile(import, feed, name, file.FullName)
            : null;

    static string Beside(string feed, string name) => Directory.CreateDirectory(Path.Combine(feed, name)).FullName;

    static bool TryMove(string from, string to)
    {
        try
        {
            File.Move(from, to);
            return true;
        }
        catch (FileNotFoundException)
        {
            // Another process was first.
            return false;
        }
    }
}
