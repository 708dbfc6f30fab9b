using System.Diagnostics;

namespace Tsunagu.Tests.Benchmarks.Wire;

/// <summary>The serving process as the measuring one sees it: apart, so that neither side's memory and threads are the other's.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    readonly Process process;

    ServerProcess(Process process, string[] ready)
    {
        this.process = process;
        Address = new Uri(ready[1]);
        Token = ready[2];
    }

    public Uri Address { get; }

    /// <summary>Of a caseworker, signed by an issuer that the server trusts.</summary>
    public string Token { get; }

    public static async Task<ServerProcess> StartAsync(string what)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, "--serve", what])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is ["ready", _, _] ready)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new ServerProcess(process, ready);
            }
        }
        throw new InvalidOperationException("The serving process ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
