using Aspire.Hosting.Processes;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Ends the host when the <c>dotnet run</c> that started it is killed: nobody could end it with Ctrl+C any more.</summary>
sealed class ParentWatch(IHostApplicationLifetime lifetime) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (ProcessTable.Parent(Environment.ProcessId) is not { } parent || ProcessTable.CommandLine(parent) is not [var program, "run" or "watch", ..]
            || Path.GetFileName(program) != "dotnet")
            return;
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            if (ProcessTable.Parent(Environment.ProcessId) != parent)
            {
                lifetime.StopApplication();
                return;
            }
    }
}
