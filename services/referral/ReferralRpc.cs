using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.Referrals.Messaging;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using RowRule = Tsunagu.Contracts.Options.V1.RowRule;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>Passing a case on without losing it; one file per RPC in Features.</summary>
public sealed partial class ReferralRpc(UnitOfWork<ReferralDbContext> unit, ConsentRegister consents, TimeProvider clock) : ReferralService.ReferralServiceBase
{
    // Stored times have microseconds: what is answered now equals what is read later.
    DateTimeOffset Now() => clock.GetUtcNow().Stored();

    /// <summary>One verb: find within reach, compare versions, move, log and publish, save once.</summary>
    Task<Wire.Referral> MoveAsync<TRequest>(
        TRequest request, ReferralId id, string expectedVersion, ServerCallContext context, Action<Domain.Referral, Actor, DateTimeOffset> move)
        where TRequest : class, IMessage<TRequest> =>
        MoveAsync(request, id, expectedVersion, context, (_, referral, by, now, _) =>
        {
            move(referral, by, now);
            return Task.CompletedTask;
        });

    Task<Wire.Referral> MoveAsync<TRequest>(
        TRequest request,
        ReferralId id,
        string expectedVersion,
        ServerCallContext context,
        Func<ReferralDbContext, Domain.Referral, Actor, DateTimeOffset, CancellationToken, Task> moveAsync)
        where TRequest : class, IMessage<TRequest>
    {
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var now = Now();
            var referral = await FindAsync(db, id, caller, ct);
            Version.Require(expectedVersion, referral.Version);
            var by = new Actor(caller.Staff, caller.Agency);
            await moveAsync(db, referral, by, now, ct);
            db.Announce(referral, by);
            if (referral is { State: Domain.ReferralState.Sent, RespondBy: { } deadline })
                db.Schedule(ReferralDeadline.Name, referral.Id.Value.ToString(), deadline);
            await db.SaveChangesAsync(ct);
            return ReferralWire.From(referral, now);
        });
    }

    /// <summary>
    /// The referral, when the caller's agency sent it or it was sent to it. The receiver knows of it from the first
    /// sending on; a stranger gets the same answer as for an unknown id.
    /// </summary>
    static async Task<Domain.Referral> FindAsync(ReferralDbContext db, ReferralId id, Caller caller, CancellationToken ct)
    {
        var referral = await LoadAsync(db, id, ct);
        return referral is not null && caller.MayReach(RowRule.OwnOrReceiver, referral.From, referral.KnownReceiver)
            ? referral
            : throw ReferralErrors.NotFound();
    }

    static Task<Domain.Referral?> LoadAsync(ReferralDbContext db, ReferralId id, CancellationToken ct) =>
        db.Referrals.Include(row => row.History).SingleOrDefaultAsync(row => row.Id == id, ct);
}
