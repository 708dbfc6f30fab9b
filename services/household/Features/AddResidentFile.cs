using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Records;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

sealed partial class ResidentRecordRpc
{
    const int LongestFileName = 200;

    /// <inheritdoc />
    public override async Task<Wire.ResidentFile> AddResidentFile(
        IAsyncStreamReader<Wire.AddResidentFileRequest> requestStream, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(requestStream);
        var ct = context.CancellationToken;
        if (!await requestStream.MoveNext(ct))
            throw RecordErrors.Empty();
        var head = requestStream.Current;
        _ = FieldParser.Uuid(head.RequestId, "request_id");
        var (file, now) = Begin(head, context);
        // Refused before the bytes have come, and nothing to be put on record yet.
        _ = await work.ReadAsync<Wire.ResidentFile?>(context, async (db, token) =>
        {
            await RequireResidentAsync(db, file.ResidentId, token);
            return null;
        });
        var added = "";
        await store.BeginAsync(file, ct);
        try
        {
            using var intake = new FileIntake(options.Value.LargestFileBytes);
            await store.StoreAsync(file.Id, Pieces(intake, head, requestStream, ct), ct);
            var (hash, bytes, kind) = (Convert.ToHexStringLower(intake.KeptHash()), intake.KeptBytes, intake.Kind);
            var answer = await work.WriteAsync(
                Whole(head, intake), context, (db, token) => AddAsync(db, file.Id, row => row.Add(kind, bytes, hash, now), token));
            added = answer.FileId;
            return answer;
        }
        finally
        {
            // It broke off, or it is a repeat that got the first answer.
            if (added != file.Id.ToString())
                await store.DropAsync(file.Id, CancellationToken.None);
        }
    }

    (ResidentFile File, DateTimeOffset Now) Begin(Wire.AddResidentFileRequest head, ServerCallContext context)
    {
        var (caller, now) = (context.GetCaller(), clock.GetUtcNow().Stored());
        // Some senders give the whole path; its folders are nobody's business here.
        var name = FieldParser.Text(head.FileName[(head.FileName.LastIndexOfAny(['/', '\\']) + 1)..], "file_name", LongestFileName, required: true);
        return (
            ResidentFile.Begin(
                Guid.CreateVersion7(now), FieldParser.Uuid(head.ResidentId, "resident_id"), name, Visibility(head.Visibility), caller.Staff, caller.Agency, now),
            now);
    }

    static async Task<Wire.ResidentFile> AddAsync(HouseholdDbContext db, Guid id, Action<ResidentFile> add, CancellationToken ct)
    {
        var row = await db.ResidentFiles.SingleAsync(f => f.Id == id, ct);
        add(row);
        _ = await db.SaveChangesAsync(ct);
        return ResidentRecordWire.ToWire(row);
    }

    // Two requests are the same when their bytes are, too.
    static Wire.AddResidentFileRequest Whole(Wire.AddResidentFileRequest head, FileIntake intake) =>
        new(head) { Chunk = UnsafeByteOperations.UnsafeWrap(intake.ReceivedHash()) };

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Pieces(
        FileIntake intake, Wire.AddResidentFileRequest head, IAsyncStreamReader<Wire.AddResidentFileRequest> rest,
        [EnumeratorCancellation] CancellationToken ct)
    {
        yield return intake.Push(head.Chunk.Span);
        while (await rest.MoveNext(ct))
            yield return intake.Push(rest.Current.Chunk.Span);
        yield return intake.Complete();
    }
}
