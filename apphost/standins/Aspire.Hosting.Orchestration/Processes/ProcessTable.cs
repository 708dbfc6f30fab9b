using System.Globalization;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Processes;

/// <summary>Reads the process table of Linux; elsewhere every process seems gone.</summary>
static class ProcessTable
{
    /// <summary>When a process started, in clock ticks since the boot; null when there is no such process.</summary>
    public static string? StartedAt(int processId)
    {
        // The name, in parentheses, may hold blanks; the start time is the 20th field after it.
        var stat = Read(processId, "stat");
        return stat?[(stat.LastIndexOf(')') + 2)..].Split(' ') is [var state, ..] fields && state != "Z" ? fields[19] : null;
    }

    /// <summary>The arguments of a process; empty when there is no such process.</summary>
    public static string[] CommandLine(int processId) => Read(processId, "cmdline")?.Split('\0', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The parent of a process; null when there is no such process.</summary>
    public static int? Parent(int processId)
    {
        var stat = Read(processId, "stat");
        return stat is null ? null : int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Processes whose working directory is a folder, as far as this one may see.</summary>
    /// <param name="folder">Full path, without symbolic links.</param>
    public static IReadOnlyList<int> WorkingIn(string folder) => !Directory.Exists("/proc") ? [] :
    [
        .. from path in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out _) && WorkingDirectory(path) == folder
           select int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture),
    ];

    static string? WorkingDirectory(string process)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It has just ended, or belongs to somebody else.
            return null;
        }
    }

    static string? Read(int processId, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/{file}"));
        }
        catch (IOException)
        {
            return null;
        }
    }
}

static partial class ProcessGroup
{
    const int KillSignal = 9;

    /// <summary>Kills every process of a group; a group that is gone is no error.</summary>
    public static void Kill(int group) => _ = Signal(-group, KillSignal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
