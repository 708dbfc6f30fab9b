namespace Aspire.Hosting.Servers;

/// <summary>A file that is there for a while; one that was there before stays as it is.</summary>
sealed class TemporaryFile : IDisposable
{
    readonly string? _path;
    readonly string? _madeFolder;

    public TemporaryFile(string path, string content, UnixFileMode mode)
    {
        if (File.Exists(path))
            return;
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            _madeFolder = folder;
        }
        using (var writer = new StreamWriter(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = mode }))
            writer.Write(content);
        _path = path;
    }

    public void Dispose()
    {
        if (_path is null)
            return;
        File.Delete(_path);
        if (_madeFolder is not null && !Directory.EnumerateFileSystemEntries(_madeFolder).Any())
            Directory.Delete(_madeFolder);
    }
}
