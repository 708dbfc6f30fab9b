using System.Data;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Remembers the first answer to each write, in the write's own transaction.</summary>
static class Idempotency
{
    // Waits for a running twin: it returns no row once the twin has committed, and one if the twin rolled back.
    const string Claim =
        "insert into idempotent_requests (caller, method, request_id, request_hash, created_at) " +
        "values ($1, $2, $3, $4, now()) on conflict do nothing";

    const string Read =
        "select request_hash, response from idempotent_requests where caller = $1 and method = $2 and request_id = $3";

    const string Answer =
        "update idempotent_requests set response = $4 where caller = $1 and method = $2 and request_id = $3";

    const string Replace =
        "update idempotent_requests set response = $4 where caller = $1 and method = $2 and substring(response for length($3)) = $3";

    /// <summary>The first answer, or null when this is the first time; then the claim holds until the transaction ends.</summary>
    /// <exception cref="Primitives.Refusal">REQUEST_ID_REUSED.</exception>
    public static async Task<byte[]?> FindAsync(DbContext db, RequestIdentity id, CancellationToken ct)
    {
        await using var claim = Sql.Command(db, Claim, id.Caller, id.Method, id.RequestId, id.Hash);
        if (await claim.ExecuteNonQueryAsync(ct) == 1)
            return null;

        await using var read = Sql.Command(db, Read, id.Caller, id.Method, id.RequestId);
        await using var reader = await read.ExecuteReaderAsync(CommandBehavior.SingleRow, ct);
        // The twin was cleaned away in between: years apart, or a clock gone wrong; the client may simply try again.
        if (!await reader.ReadAsync(ct))
            throw DataErrors.Unavailable();
        return CryptographicOperations.FixedTimeEquals(reader.GetFieldValue<byte[]>(0), id.Hash)
            ? reader.GetFieldValue<byte[]>(1)
            : throw DataErrors.RequestIdReused();
    }

    public static async Task AnswerAsync(DbContext db, RequestIdentity id, byte[] response, CancellationToken ct)
    {
        await using var command = Sql.Command(db, Answer, id.Caller, id.Method, id.RequestId, response);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Puts another answer in the place of those that begin with the given bytes.</summary>
    public static async Task ReplaceAsync(DbContext db, string caller, string method, byte[] beginning, byte[] response, CancellationToken ct)
    {
        await using var command = Sql.Command(db, Replace, caller, method, beginning, response);
        await command.ExecuteNonQueryAsync(ct);
    }
}
