using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>A PostgreSQL server of a test's own, on a disk that the test fills and empties.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    const string Versions = "/usr/lib/postgresql";

    // A container may run as root and still not be let.
    static readonly Lazy<bool> MayMount = new(TryToMount);

    // The last words of a server that ran for long say why it ended.
    const int LongestTold = 4_000;

    readonly StringBuilder told = new();
    readonly Process process;
    readonly int port;

    SmallDisk(Process process, int port) => (this.process, this.port) = (process, port);

    /// <summary>Why this machine cannot have one; null when it can.</summary>
    public static string? WhyNot =>
        !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess ? "a disk is mounted by root on Linux alone"
        : Programs() is null ? $"no PostgreSQL below {Versions}"
        : !MayMount.Value ? "mounting a disk in a namespace of its own is not permitted"
        : null;

    /// <summary>Administrator's connection string, without a database.</summary>
    public string Server => string.Create(CultureInfo.InvariantCulture, $"Host=localhost;Port={port};Username=postgres");

    /// <summary>Makes the disk and the server on it.</summary>
    /// <param name="megabytes">Size of the disk; an empty server takes about sixty.</param>
    public static async Task<SmallDisk> StartAsync(int megabytes)
    {
        var port = FreePort();
        var process = Unshared(
            "bash", Repository.PathOf("tests/TestKit/Hosting/small-disk.sh"),
            megabytes.ToString(CultureInfo.InvariantCulture), Programs()!, port.ToString(CultureInfo.InvariantCulture));
        var disk = new SmallDisk(process, port);
        process.ErrorDataReceived += (_, line) => disk.Hear(line.Data);
        process.BeginErrorReadLine();
        await disk.StartServerAsync();
        return disk;
    }

    /// <summary>Starts the server unless it runs; one that lost its disk in the middle of something ends by itself.</summary>
    public Task StartServerAsync() => SayAsync("start");

    /// <summary>Fills the disk.</summary>
    /// <param name="left">Megabytes that are left.</param>
    public Task FillAsync(int left) => SayAsync(string.Create(CultureInfo.InvariantCulture, $"fill {left}"));

    /// <summary>Gives back what filled it.</summary>
    public Task FreeAsync() => SayAsync("free");

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        var (code, words) = (process.ExitCode, Told());
        process.Dispose();
        if (code != 0)
            throw new InvalidOperationException($"The small disk ended with {code}. {words}");
    }

    async Task SayAsync(string word)
    {
        await process.StandardInput.WriteLineAsync(word);
        await process.StandardInput.FlushAsync();
        if (await process.StandardOutput.ReadLineAsync() is not null)
            return;
        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The small disk ended with {process.ExitCode} at '{word}'. {Told()}");
    }

    void Hear(string? line)
    {
        lock (told)
            told.AppendLine(line);
    }

    string Told()
    {
        lock (told)
            return told.Length <= LongestTold ? told.ToString() : told.ToString(told.Length - LongestTold, LongestTold);
    }

    static Process Unshared(params string[] command) => Process.Start(
        new ProcessStartInfo("unshare", ["--mount", "--propagation", "private", .. command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    static bool TryToMount()
    {
        using var trial = Unshared("mount", "-t", "tmpfs", "tmpfs", Path.GetTempPath());
        trial.WaitForExit();
        return trial.ExitCode == 0;
    }

    static string? Programs() => !Directory.Exists(Versions) ? null : Directory.EnumerateDirectories(Versions)
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var major) ? major : 0)
        .Select(version => Path.Combine(version, "bin"))
        .FirstOrDefault(programs => File.Exists(Path.Combine(programs, "postgres")));

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
