using Google.Protobuf;
using Google.Protobuf.Collections;
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
public sealed class AuditLogTests(SignedServed served) : IClassFixture<SignedServed>
{
    // More than two blocks, so that proofs take kept hashes and computed ones.
    const int Acts = 700;
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
    public async Task AnySingleRecord_EditedDeletedReorderedInsertedOrCut_IsFound()
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
            (log, at) => Renumbered([.. log[..at], Edited(log[at], random), .. log[at..]]),
            (log, at) => log[..at],
        };

        for (var i = 0; i < 42; i++)
        {
            var at = random.Next(size - 1);
            var changed = changes[i % changes.Length](records, at);
            AssertFailed(await VerifyAsync(changed, checkpoint), $"change {i % changes.Length} at {at} of {size} was not found");
        }
    }

    [Fact]
    public async Task CheckpointThatIsNotTheServices_IsFound()
    {
        var (records, checkpoint) = await ExportAsync();
        var (_, strange) = served.Place.NewKey();
        var signature = checkpoint.Note.Split(' ')[2];
        var other = (signature[30] == 'A' ? 'B' : 'A') + signature[31..];
        var changes = new Dictionary<string, AuditCheckpoint>
        {
            ["forged"] = new(checkpoint) { Note = checkpoint.Note.Replace(signature, signature[..30] + other, StringComparison.Ordinal) },
            ["of another size"] = new(checkpoint) { Size = checkpoint.Size - 1 },
            ["of another size in its note"] = new() { Note = checkpoint.Note.Replace($"\n{checkpoint.Size}\n", $"\n{checkpoint.Size - 1}\n", StringComparison.Ordinal) },
            ["of another service"] = new(checkpoint) { Service = "other" },
            ["of another name"] = new() { Note = checkpoint.Note.Replace("— probe.test", "— other.test", StringComparison.Ordinal) },
            ["not signed"] = new(checkpoint) { Note = "" },
            ["without signature"] = new(checkpoint) { Note = checkpoint.Note[..checkpoint.Note.IndexOf('—', StringComparison.Ordinal)] },
        };

        Assert.Equal("OK", await VerifyAsync(records, checkpoint));
        foreach (var (what, changed) in changes)
            AssertFailed(await VerifyAsync(records, changed), what);
        AssertFailed(await VerifyAsync(records, checkpoint, key: strange), "signed by another key");
    }

    [Fact]
    public async Task Records_AreCheckedAgainstEveryCheckpointThatWasKept()
    {
        var first = await Audit.GetAuditCheckpointAsync(new(), Auditor);
        var (records, second) = await ExportAsync();
        var log = Records(records);
        var of = new AuditCheckpoint(first) { Note = second.Note, Size = first.Size, RootHash = second.RootHash };

        Assert.Equal("OK", await VerifyAsync("--key", served.PublicKey, log, File("first.json", first), File("second.json", second)));
        AssertFailed(await VerifyAsync(log, File("first.json", of), File("second.json", second)), "the first is of another log");
    }

    [Fact]
    public async Task Proofs_AreVerifiedByAStranger_AndWrongOnesAreFound()
    {
        var (records, newest) = await ExportAsync();
        var checkpoint = File("checkpoint.json", newest);
        var random = Seed.NewRandom();
        for (var i = 0; i < 12; i++)
        {
            var sequence = i == 0 ? newest.Size : random.NextInt64(1, newest.Size + 1);
            var record = File("record.json", records[(int)sequence - 1]);
            var proof = await Audit.GetInclusionProofAsync(new() { Sequence = sequence, Size = newest.Size }, Auditor);

            Assert.Equal("OK", await VerifyAsync("--key", served.PublicKey, "--inclusion", File("proof.json", proof), record, checkpoint));
            foreach (var hashes in Wrong(proof.Hashes, random))
                AssertFailed(await VerifyAsync("--inclusion", File("wrong.json", With(proof, hashes)), record, checkpoint), $"wrong proof of {sequence}");
            var other = records[(int)(sequence % newest.Size)];
            AssertFailed(await VerifyAsync("--inclusion", File("proof.json", proof), File("other.json", other), checkpoint), "another record");
        }
    }

    [Fact]
    public async Task LaterCheckpoint_IsProvenToBeTheEarlierOneGrown_AndARewrittenLogIsFound()
    {
        var random = Seed.NewRandom();
        var (records, first) = await ExportAsync();
        var (all, second) = await ExportAsync();
        var (earlier, later) = (File("earlier.json", first), File("later.json", second));
        var proof = await Audit.GetConsistencyProofAsync(new() { FirstSize = first.Size, SecondSize = second.Size }, Auditor);

        Assert.Equal("OK", await VerifyAsync("--key", served.PublicKey, "--consistency", File("proof.json", proof), earlier, later));
        foreach (var hashes in Wrong(proof.Hashes, random))
            AssertFailed(await VerifyAsync("--consistency", File("wrong.json", With(proof, hashes)), earlier, later), "wrong proof");
        AssertFailed(await VerifyAsync("--consistency", File("proof.json", proof), later, earlier), "the later one first");
        records[random.Next(records.Count)] = Edited(records[0], random);
        AssertFailed(await VerifyAsync("--consistency", File("proof.json", proof), File("earlier.json", Unsigned(records)), later), "another beginning");
        Assert.Equal("OK", await VerifyAsync("--consistency", File("proof.json", proof), File("earlier.json", Unsigned(all[..records.Count])), later));
    }

    [Fact]
    public async Task ProofOfEverySize_IsThatOfTheTreeOverTheFirstActs()
    {
        var (records, newest) = await ExportAsync();
        var random = Seed.NewRandom();
        for (var i = 0; i < 40; i++)
        {
            var size = random.NextInt64(1, newest.Size + 1);
            var sequence = random.NextInt64(1, size + 1);
            var proof = await Audit.GetInclusionProofAsync(new() { Sequence = sequence, Size = size }, Auditor);
            var path = MerkleProof.Inclusion(new(0, sequence - 1), size).Zip(proof.Hashes, (range, hash) => (range, Convert.FromHexString(hash)));

            var root = MerkleProof.Root(new(0, sequence - 1), Convert.FromHexString(proof.LeafHash), path);

            Assert.Equal(Unsigned(records[..(int)size]).RootHash, Convert.ToHexStringLower(root));
        }
    }

    [Fact]
    public async Task ProofThatCannotBe_IsRefused()
    {
        var size = (await ExportAsync()).Checkpoint.Size;

        await RefusedAsync("FIELD_INVALID", Audit.GetInclusionProofAsync(new() { Sequence = 0 }, Auditor));
        await RefusedAsync("FIELD_INVALID", Audit.GetInclusionProofAsync(new() { Sequence = size, Size = size - 1 }, Auditor));
        await RefusedAsync("AUDIT_SIZE_NOT_REACHED", Audit.GetInclusionProofAsync(new() { Sequence = 1, Size = size + 1_000_000 }, Auditor));
        await RefusedAsync("AUDIT_SIZE_NOT_REACHED", Audit.GetInclusionProofAsync(new() { Sequence = 1, Size = -1 }, Auditor));
        await RefusedAsync("FIELD_INVALID", Audit.GetConsistencyProofAsync(new() { FirstSize = 0 }, Auditor));
        await RefusedAsync("FIELD_INVALID", Audit.GetConsistencyProofAsync(new() { FirstSize = size, SecondSize = size - 1 }, Auditor));
        await RefusedAsync("AUDIT_SIZE_NOT_REACHED", Audit.GetConsistencyProofAsync(new() { FirstSize = 1, SecondSize = size + 1_000_000 }, Auditor));
        await RefusedAsync("ROLE_NOT_PERMITTED", Audit.GetConsistencyProofAsync(new() { FirstSize = 1 }, Calls.As(served.Issuer.Staff())));
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
                await sequencer.SealAsync(30, Ct);
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
        await MadeUpActs.AddAsync(served.Servers, Acts);
        var checkpoint = await Eventually.GetAsync(
            async () => await Audit.GetAuditCheckpointAsync(new(), Auditor), state => state.Size >= before + Acts);

        var records = new List<AuditRecord>();
        using var export = Audit.ExportAudit(new(), Auditor);
        await foreach (var record in export.ResponseStream.ReadAllAsync(Ct))
            records.Add(record);
        return (records[..(int)checkpoint.Size], checkpoint);
    }

    static async Task RefusedAsync<T>(string code, AsyncUnaryCall<T> call) => Assert.Equal(code, (await Calls.RefusalAsync(call)).Code);

    static void AssertFailed(string said, string what) => Assert.True(said.StartsWith("FAILED", StringComparison.Ordinal), $"{what}: {said}");

    static AuditRecord Edited(AuditRecord record, Random random)
    {
        var text = record.Body.ToCharArray();
        var at = random.Next(text.Length);
        text[at] = text[at] == '0' ? '1' : '0';
        return new(record) { Body = new(text) };
    }

    static List<AuditRecord> Renumbered(List<AuditRecord> records) =>
        [.. records.Select((record, i) => new AuditRecord(record) { Sequence = i + 1 })];

    // Each with one thing wrong; a proof of nothing has nothing to leave out.
    static IEnumerable<string[]> Wrong(RepeatedField<string> hashes, Random random)
    {
        var flipped = hashes.ToArray();
        var at = random.Next(flipped.Length);
        flipped[at] = (flipped[at][0] == '0' ? '1' : '0') + flipped[at][1..];
        yield return flipped;
        yield return [.. hashes.Take(hashes.Count - 1)];
        yield return [.. hashes, hashes[0]];
        if (hashes.Count > 1)
            yield return [.. hashes.Reverse()];
    }

    static InclusionProof With(InclusionProof proof, string[] hashes) =>
        new() { Service = proof.Service, Sequence = proof.Sequence, Size = proof.Size, LeafHash = proof.LeafHash, Hashes = { hashes } };

    static ConsistencyProof With(ConsistencyProof proof, string[] hashes) =>
        new() { Service = proof.Service, FirstSize = proof.FirstSize, SecondSize = proof.SecondSize, Hashes = { hashes } };

    static AuditCheckpoint Unsigned(List<AuditRecord> records)
    {
        var tree = new MerkleFrontier();
        foreach (var record in records)
            tree.Append(MerkleHash.Leaf(System.Text.Encoding.UTF8.GetBytes(record.Body)));
        return new() { Service = records[0].Service, Size = tree.Size, RootHash = Convert.ToHexStringLower(tree.Root) };
    }

    string File(string name, IMessage message) => served.Place.Write(name, Json.Format(message));

    string Records(List<AuditRecord> records) => served.Place.Write("records.ndjson", string.Concat(records.Select(record => Json.Format(record) + "\n")));

    Task<string> VerifyAsync(List<AuditRecord> records, AuditCheckpoint checkpoint, string? key = null) =>
        VerifyAsync("--key", key ?? served.PublicKey, Records(records), File("checkpoint.json", checkpoint));

    static Task<string> VerifyAsync(params string[] arguments) => AuditVerifier.RunAsync(arguments, Ct);
}
