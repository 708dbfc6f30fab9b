using Tsunagu.Tests.Interop.Speakers;

namespace Tsunagu.Tests.Interop;

/// <summary>Lets all speakers have their say.</summary>
static class Conversation
{
    /// <summary>As many at a time as there are cores, at least two; what they report is entered into the table.</summary>
    public static async Task HoldAsync(IReadOnlyList<Speaker> speakers, Run run, Table table, CancellationToken ct)
    {
        using var places = new SemaphoreSlim(Math.Max(2, Environment.ProcessorCount));
        var heard = await Task.WhenAll(speakers.Select(async speaker =>
        {
            await places.WaitAsync(ct);
            try
            {
                return await HearAsync(speaker, run, ct);
            }
            finally
            {
                places.Release();
            }
        }));
        foreach (var (speaker, verdicts, breakdown) in heard)
            table.Enter(speaker, verdicts, breakdown);
    }

    static async Task<(Speaker Speaker, IReadOnlyList<Verdict> Verdicts, string? Breakdown)> HearAsync(Speaker speaker, Run run, CancellationToken ct)
    {
        var verdicts = new List<Verdict>();
        try
        {
            await foreach (var verdict in speaker.SpeakAsync(run, ct))
                verdicts.Add(verdict);
            return (speaker, verdicts, null);
        }
        catch (Exception failure)
        {
            return (speaker, verdicts, failure.Message);
        }
    }
}
