using Google.Protobuf;
using Grpc.Core;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

/// <summary>What every kind of meeting needs, changed by two persons; one file per RPC in Features.</summary>
/// <param name="unit">Transactions.</param>
/// <param name="directory">Staff and agencies as this service knows them.</param>
/// <param name="clock">Time.</param>
public sealed partial class MeetingRulesRpc(UnitOfWork<MeetingDbContext> unit, StaffDirectory directory, TimeProvider clock)
    : MeetingRulesService.MeetingRulesServiceBase
{
    // Stored times have microseconds: what is answered now equals what is read later.
    DateTimeOffset Now() => clock.GetUtcNow().Stored();

    /// <summary>One step of a proposal: hold the rules, ask once more who may, change, save once.</summary>
    Task<Wire.MeetingRules> ChangeAsync<TRequest>(
        TRequest request, ServerCallContext context, Func<IReadOnlyList<Domain.MeetingRules>, StaffId, DateTimeOffset, Domain.MeetingRules> change)
        where TRequest : class, IMessage<TRequest> => unit.WriteAsync(request, context, async (db, ct) =>
    {
        await db.HoldRulesAsync(ct);
        var by = RequireCityStaff(context);
        var version = await db.MeetingRules.StepAsync(versions => change(versions, by, Now()), ct);
        await db.SaveChangesAsync(ct);
        return MeetingRulesWire.From(version);
    });

    // Whoever waited for another's step may have lost their standing meanwhile.
    StaffId RequireCityStaff(ServerCallContext context)
    {
        var caller = context.GetCaller();
        var standing = directory.StandingOf(caller, context.Method);
        var verdict = standing.Verdict == AccessVerdict.Allowed && !standing.Roles.Contains(Role.Manager) && !standing.Roles.Contains(Role.Administrator)
            ? AccessVerdict.RoleNotPermitted
            : standing.Verdict;
        if (AccessErrors.Of(verdict) is { } refusal) throw refusal;
        return directory.Current.IsOfCity(caller.Agency) ? caller.Staff : throw MeetingErrors.Rules.CityOnly();
    }
}
