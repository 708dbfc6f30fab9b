using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>A program in another language; it ends with this object, and by itself when its input ends.</summary>
public sealed class ForeignProgram : IAsyncDisposable
{
    static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    readonly Process process;
    readonly StringBuilder errors = new();

    ForeignProgram(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to its error output.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
                return errors.ToString().Trim();
        }
    }

    /// <summary>A file of <c>clients/</c> in the source tree, where its packages are installed too.</summary>
    public static string PathOf(string relative) => Path.Combine(
        typeof(ForeignProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Clients").Value!, relative);

    /// <summary>Starts it.</summary>
    /// <exception cref="MissingProgramException">There is no such program on this machine.</exception>
    public static ForeignProgram Start(string file, IEnumerable<string> arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
            WorkingDirectory = PathOf("."),
        };
        // What is set for the machine's way out does not concern loopback.
        start.Environment["no_grpc_proxy"] = "127.0.0.1";
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        try
        {
            return new ForeignProgram(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new MissingProgramException(file);
        }
    }

    /// <summary>The next line of its output; null at the end.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken ct) => await process.StandardOutput.ReadLineAsync(ct);

    /// <summary>Writes a line to its input.</summary>
    public async Task WriteLineAsync(string line, CancellationToken ct)
    {
        await process.StandardInput.WriteLineAsync(line.AsMemory(), ct);
        await process.StandardInput.FlushAsync(ct);
    }

    /// <summary>Waits for the end; the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <summary>Waits for the end; what it wrote to its error output.</summary>
    public async Task<string> WaitForErrorsAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        return Errors;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    void Keep(string? line)
    {
        lock (errors)
            errors.AppendLine(line);
    }
}

/// <summary>A program that the table needs is not installed.</summary>
public sealed class MissingProgramException(string program) : Exception($"'{program}' is not installed; on Debian: apt-get install {Package(program)}")
{
    static string Package(string program) => program switch
    {
        "node" or "npm" => "nodejs npm",
        _ => "python3-grpcio",
    };
}
