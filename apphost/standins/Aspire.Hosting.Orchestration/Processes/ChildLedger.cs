using System.Diagnostics;
using System.Globalization;

namespace Aspire.Hosting.Processes;

/// <summary>The supervisors a host started, kept in a file: after a <c>kill -9</c> the next host waits for them to finish their work.</summary>
sealed class ChildLedger(string path)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    readonly Lock _gate = new();

    public void Add(int supervisor)
    {
        lock (_gate)
            File.AppendAllLines(path, [string.Create(CultureInfo.InvariantCulture, $"{supervisor} {ProcessTable.StartedAt(supervisor)}")]);
    }

    /// <summary>Waits until the processes of the last host are gone, then starts a fresh page.</summary>
    /// <exception cref="DistributedApplicationException">They do not end.</exception>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.StartNew();
        while (Alive() is { Count: > 0 } alive)
        {
            if (waited.Elapsed > Patience)
                throw new DistributedApplicationException($"Processes of the last app host are still running: {string.Join(", ", alive)}. End them and start again.");
            await Task.Delay(100, cancellationToken);
        }
        File.Delete(path);
    }

    List<int> Alive() => !File.Exists(path) ? [] :
    [
        .. from line in File.ReadAllLines(path)
           let parts = line.Split(' ')
           where parts.Length == 2 && parts[1].Length > 0
           let supervisor = int.Parse(parts[0], CultureInfo.InvariantCulture)
           where ProcessTable.StartedAt(supervisor) == parts[1]
           select supervisor,
    ];
}
