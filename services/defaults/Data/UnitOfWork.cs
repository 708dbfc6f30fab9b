using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>
/// The one way to the database: a transaction that knows on whose behalf it runs. Reads go through it as well, because
/// row-level security needs to know who reads.
/// </summary>
/// <typeparam name="TContext">The service's context; a fresh one for each transaction.</typeparam>
/// <param name="contexts">Makes the contexts.</param>
public sealed class UnitOfWork<TContext>(IDbContextFactory<TContext> contexts)
    where TContext : ServiceDbContext
{
    /// <summary>
    /// Runs a write once per caller, method and request_id: the work, its events and the answer are committed together,
    /// and the same request_id gets the first answer again, also while the first is still running.
    /// </summary>
    /// <param name="request">Message with a <c>request_id</c>, a UUID that the client chose.</param>
    /// <param name="context">Call, with its caller and cancellation.</param>
    /// <param name="work">Calls SaveChangesAsync itself, once. May run again after a deadlock, on a fresh context.</param>
    /// <exception cref="Primitives.Refusal">
    /// FIELD_INVALID without a request_id; REQUEST_ID_REUSED when it came with another body; VERSION_STALE.
    /// </exception>
    public Task<TResponse> WriteAsync<TRequest, TResponse>(
        TRequest request, ServerCallContext context, Func<TContext, CancellationToken, Task<TResponse>> work)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new()
    {
        var identity = RequestIdentity.Of(request, context);
        return RunAsync(SessionContext.Of(context.GetCaller()), OnceAsync, context.CancellationToken);

        async Task<TResponse> OnceAsync(TContext db, CancellationToken ct)
        {
            if (await Idempotency.FindAsync(db, identity, ct) is { } first)
            {
                var answer = new MessageParser<TResponse>(() => new TResponse()).ParseFrom(first);
                await db.RecordActAsync(context, AuditLeaf.Repeated, answer, ct);
                return answer;
            }

            var response = await work(db, ct);
            await Idempotency.AnswerAsync(db, identity, response.ToByteArray(), ct);
            await db.RecordActAsync(context, AuditLeaf.Ok, response, ct);
            return response;
        }
    }

    /// <summary>
    /// Runs a read on the caller's behalf. For a method whose contract asks for it, the read is put on record in the same transaction.
    /// </summary>
    /// <param name="context">Call, with its caller and cancellation.</param>
    /// <param name="work">Gives the answer: in an audited method a message of the contract, several, or null when there is nothing to show.</param>
    public Task<T> ReadAsync<T>(ServerCallContext context, Func<TContext, CancellationToken, Task<T>> work)
    {
        return RunAsync(SessionContext.Of(context.GetCaller()), OnceAsync, context.CancellationToken);

        async Task<T> OnceAsync(TContext db, CancellationToken ct)
        {
            var answer = await work(db, ct);
            if (answer is not null)
                await db.RecordActAsync(context, AuditLeaf.Ok, answer, ct);
            return answer;
        }
    }

    /// <summary>Runs the work of a program: a consumer, a job, a migration of data.</summary>
    /// <param name="principal">Name of the program, such as <c>job:referral-deadlines</c>.</param>
    /// <param name="work">Calls SaveChangesAsync itself, once. May run again after a deadlock, on a fresh context.</param>
    /// <param name="ct">Stops the work; nothing is committed then.</param>
    public Task RunAsAsync(string principal, Func<TContext, CancellationToken, Task> work, CancellationToken ct) =>
        RunAsAsync(principal, async (db, token) => { await work(db, token); return true; }, ct);

    /// <summary>Runs the work of a program that gives a result.</summary>
    /// <inheritdoc cref="RunAsAsync(string, Func{TContext, CancellationToken, Task}, CancellationToken)"/>
    public Task<T> RunAsAsync<T>(string principal, Func<TContext, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(principal);
        return RunAsync(SessionContext.OfProgram(principal), work, ct);
    }

    async Task<T> RunAsync<T>(SessionContext session, Func<TContext, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(session, work, ct);
            }
            catch (Exception e) when (DbFaults.MayRunAgain(e) && attempt < 4)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), ct);
            }
            catch (DbUpdateException e) when (DbFaults.IsStale(e))
            {
                throw DataErrors.Stale();
            }
        }
    }

    async Task<T> OnceAsync<T>(SessionContext session, Func<TContext, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var trail = CurrentCall.Value is { } call ? AuditTrail.Of(call) : null;
        trail?.Begins();
        await using var db = await contexts.CreateDbContextAsync(ct);
        // A failed save ends the whole unit of work: a savepoint would cost two round trips for nothing.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Sql.SetSessionAsync(db, session, ct);
        var result = await work(db, ct);
        if (db.ChangeTracker.HasChanges())
            throw new InvalidOperationException($"The unit of work on {typeof(TContext).Name} ended with changes that were not saved.");
        await transaction.CommitAsync(ct);
        trail?.Commits();
        return result;
    }
}
