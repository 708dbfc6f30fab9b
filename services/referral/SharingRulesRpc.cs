using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>What each legal basis carries, changed by two persons; one file per RPC in Features.</summary>
public sealed partial class SharingRulesRpc(UnitOfWork<ReferralDbContext> unit, TimeProvider clock) : SharingRulesService.SharingRulesServiceBase
{
    static readonly IReadOnlySet<Role> Deciding = new HashSet<Role> { Role.Manager, Role.Administrator };

    // Stored times have microseconds: what is answered now equals what is read later.
    DateTimeOffset Now() => clock.GetUtcNow().Stored();

    /// <summary>One step of a proposal: hold the directory, ask once more who may, change, tell every service of what is in force from now on, save once.</summary>
    Task<Wire.SharingRules> ChangeAsync<TRequest>(
        TRequest request, ServerCallContext context, Func<IReadOnlyList<Domain.SharingRules>, StaffId, DateTimeOffset, Domain.SharingRules> change)
        where TRequest : class, IMessage<TRequest>
    {
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var directory = await db.HoldDirectoryAsync(ct);
            var now = Now();
            await db.RequireStillAbleAsync(caller, Deciding, now, ct);
            if (!await db.Agencies.AnyAsync(agency => agency.Id == caller.Agency && agency.Kind == Domain.AgencyKind.CityDepartment, ct))
                throw SharingErrors.Rules.CityOnly();
            var changed = await db.SharingRules.StepAsync(versions => change(versions, caller.Staff, now), ct);
            if (changed.State is RulesState.Approved)
                db.Announce(directory, changed, now);
            await db.SaveChangesAsync(ct);
            return SharingWire.From(changed);
        });
    }
}
