using System.Text;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>
/// The operator's copies: a file for each service and day of Japan with a line for each checkpoint, and each public key by its id. Files are only
/// ever added to, so that a store may forbid everything else.
/// </summary>
sealed class CheckpointFolder(string path, string service)
{
    /// <summary>The last checkpoint that was copied; null when there is none.</summary>
    /// <exception cref="IOException">The folder is not there, or cannot be read.</exception>
    public Checkpoint? Newest()
    {
        return new DirectoryInfo(path).EnumerateFiles($"{service}-????-??-??.ndjson").Select(file => file.FullName).OrderDescending(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllLines(file).Reverse())
            // Whatever a crash left of a line was not a copy yet.
            .Select(CopiedCheckpoint.Parse).FirstOrDefault(checkpoint => checkpoint is not null);
    }

    /// <summary>Adds a checkpoint; it is on the disk when this returns.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(CopiedCheckpoint copy)
    {
        var name = FormattableString.Invariant($"{service}-{JapanCalendar.DayOf(copy.At):yyyy-MM-dd}.ndjson");
        using var file = new FileStream(Path.Combine(path, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes($"{(EndsWithinALine(file) ? "\n" : "")}{copy.ToLine()}\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Leaves a public key for those who verify, also after it was changed for another.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Leave(CheckpointKey key)
    {
        var file = Path.Combine(path, $"{service}-key-{key.Id}.pem");
        if (!File.Exists(file))
            File.WriteAllText(file, key.PublicPem + "\n");
    }

    static bool EndsWithinALine(FileStream file)
    {
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }
}
