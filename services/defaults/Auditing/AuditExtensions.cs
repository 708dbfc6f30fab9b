using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>Puts calls on record.</summary>
public static class AuditExtensions
{
    /// <summary>
    /// Puts a call on record inside a transaction that runs as a program, such as the job that carries out what was asked for.
    /// <see cref="UnitOfWork{TContext}.WriteAsync"/> and <see cref="UnitOfWork{TContext}.ReadAsync"/> do it by themselves.
    /// </summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="context">The call.</param>
    /// <param name="answer">The answer so far, of the contract.</param>
    /// <param name="ct">Cancels.</param>
    public static Task RecordActAsync(this ServiceDbContext db, ServerCallContext context, IMessage answer, CancellationToken ct) =>
        db.RecordActAsync(context, AuditLeaf.Ok, answer, ct);

    internal static Task RecordActAsync(
        this ServiceDbContext db, ServerCallContext context, string outcome, object answer, CancellationToken ct) =>
        AuditTrail.Of(context) is { Audited: true } trail
            ? AuditSql.AddAsync((NpgsqlConnection)db.Database.GetDbConnection(), trail.Leaf(outcome, answer), ct)
            : Task.CompletedTask;
}
