using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>The log as a stranger checks it: from what the API gives out, with plain Node.</summary>
public sealed class AuditLogTests(Served served) : IClassFixture<Served>
{
    const int Acts = 60;
    static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    CallOptions Auditor => Calls.As(served.Issuer.Staff("auditor", "audit-office", "auditor"));

    AuditService.AuditServiceClient Audit => new(served.Calls.Channel);

    [Fact]
    public async Task UntouchedLog_Verifies()
    {
        var (records, checkpoint) = await ExportAsync();

        Assert.Equal("OK", await VerifyAsync(records, checkpoint));
        Assert.True(records.Count >= Acts);
    }

    [Fact]
    public async Task AnySingleRecord_EditedDeletedReorderedOrCut_IsFound()
    {
        var (records, checkpoint) = await ExportAsync();
        var size = (int)checkpoint.Size;
        var random = Seed.NewRandom();
        var changes = new Func<List<AuditRecord>, int, List<AuditRecord>>[]
        {
            (log, at) => [.. log[..at], Edited(log[at], random), .. log[(at + 1)..]],
            (log, at) => [.. log[..at], .. log[(at + 1)..]],
            (log, at) => Renumbered([.. log[..at], .. log[(at + 1)..]]),
            (log, at) => Renumbered([.. log[..at], log[(at + 1) % size], log[at], .. log[(at + 1)..].Skip(1)]),
            (log, at) => Renumbered([.. log[..at], log[at], log[at], .. log[(at + 1)..]]),
            (log, at) => log[..at],
        };

        for (var i = 0; i < 40; i++)
        {
            var at = random.Next(size - 1);
            var changed = changes[i % changes.Length](records, at);
            Assert.True(
                (await VerifyAsync(changed, checkpoint)).StartsWith("FAILED", StringComparison.Ordinal),
                $"change {i % changes.Length} at {at} of {size} was not found");
        }
    }

    [Fact]
    public async Task SequencersOfSeveralReplicas_LeaveNoGapAndNoTwin()
    {
        await using var database = NpgsqlDataSource.Create(served.Servers.ServiceLogin);
        var more = Enumerable.Range(0, 3).Select(_ => new AuditSequencer(database, TimeProvider.System, NullLogger<AuditSequencer>.Instance)).ToList();
        using var done = new CancellationTokenSource();
        var sealing = more.Select(async sequencer =>
        {
            while (!done.IsCancellationRequested)
                await sequencer.SealAsync(3, Ct);
        }).ToList();

        var (records, checkpoint) = await ExportAsync();
        await done.CancelAsync();
        await Task.WhenAll(sealing);

        Assert.Equal(Enumerable.Range(1, records.Count).Select(n => (long)n), records.Select(record => record.Sequence));
        Assert.Equal("OK", await VerifyAsync(records, checkpoint));
    }

    // Some acts more, then a checkpoint that covers them and the log up to it.
    async Task<(List<AuditRecord> Records, AuditCheckpoint Checkpoint)> ExportAsync()
    {
        var before = (await Audit.GetAuditCheckpointAsync(new(), Auditor)).Size;
        var staff = Calls.As(served.Issuer.Staff());
        for (var i = 0; i < Acts; i++)
            await Calls.RefusalAsync(served.Calls.Referrals.GetReferralAsync(new() { ReferralId = Guid.NewGuid().ToString() }, staff));
        var checkpoint = await Eventually.GetAsync(
            async () => await Audit.GetAuditCheckpointAsync(new(), Auditor), state => state.Size >= before + Acts);

        var records = new List<AuditRecord>();
        using var export = Audit.ExportAudit(new(), Auditor);
        await foreach (var record in export.ResponseStream.ReadAllAsync(Ct))
            records.Add(record);
        return (records[..(int)checkpoint.Size], checkpoint);
    }

    static AuditRecord Edited(AuditRecord record, Random random)
    {
        var text = record.Body.ToCharArray();
        var at = random.Next(text.Length);
        text[at] = text[at] == '0' ? '1' : '0';
        return new(record) { Body = new(text) };
    }

    static List<AuditRecord> Renumbered(List<AuditRecord> records) =>
        [.. records.Select((record, i) => new AuditRecord(record) { Sequence = i + 1 })];

    static async Task<string> VerifyAsync(List<AuditRecord> records, AuditCheckpoint checkpoint)
    {
        var folder = Directory.CreateTempSubdirectory("audit");
        try
        {
            var (log, state) = (Path.Combine(folder.FullName, "records.ndjson"), Path.Combine(folder.FullName, "checkpoint.json"));
            await File.WriteAllLinesAsync(log, records.Select(record => Json.Format(record)), Ct);
            await File.WriteAllTextAsync(state, Json.Format(checkpoint), Ct);
            using var node = Process.Start(new ProcessStartInfo("node", [Repository.PathOf("contracts/audit/verify.mjs"), log, state]) { RedirectStandardOutput = true })!;
            var answer = await node.StandardOutput.ReadToEndAsync(Ct);
            await node.WaitForExitAsync(Ct);
            return answer.Trim();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
