using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>Who is who, and who may act; one file per RPC in Features.</summary>
public sealed partial class DirectoryRpc(UnitOfWork<ReferralDbContext> unit, TimeProvider clock) : DirectoryService.DirectoryServiceBase
{
    // Stored times have microseconds: what is answered now equals what is read later.
    DateTimeOffset Now() => clock.GetUtcNow().Stored();

    /// <summary>One step of somebody else's rights: hold the directory, compare versions, change, tell every service, save once.</summary>
    Task<Wire.StaffMember> ChangeStaffAsync<TRequest>(
        TRequest request, StaffId id, string expectedVersion, ServerCallContext context, Action<Domain.StaffMember, DateTimeOffset> change)
        where TRequest : class, IMessage<TRequest> =>
        ChangeStaffAsync(request, id, expectedVersion, context, (_, staff, now, _) =>
        {
            change(staff, now);
            return Task.CompletedTask;
        });

    Task<Wire.StaffMember> ChangeStaffAsync<TRequest>(
        TRequest request,
        StaffId id,
        string expectedVersion,
        ServerCallContext context,
        Func<ReferralDbContext, Domain.StaffMember, DateTimeOffset, CancellationToken, Task> changeAsync)
        where TRequest : class, IMessage<TRequest>
    {
        var caller = context.GetCaller();
        OwnRights.RequireAnother(caller.Staff, id);
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var (directory, now) = await HoldAsync(db, caller, ct);
            var staff = await db.Staff.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw DirectoryErrors.StaffNotFound();
            Version.Require(expectedVersion, staff.Version);
            await changeAsync(db, staff, now, ct);
            db.Announce(directory, staff, now);
            await db.SaveChangesAsync(ct);
            return DirectoryWire.From(staff);
        });
    }

    /// <summary>One step of an agreement of another agency than the caller's.</summary>
    Task<Wire.Agreement> ChangeAgreementAsync<TRequest>(
        TRequest request, Guid id, string expectedVersion, ServerCallContext context, Action<Domain.Agreement, DateTimeOffset> change)
        where TRequest : class, IMessage<TRequest>
    {
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var (directory, now) = await HoldAsync(db, caller, ct);
            var agreement = await db.Agreements.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw DirectoryErrors.AgreementNotFound();
            OwnRights.RequireAnother(caller.Agency, agreement.Agency);
            Version.Require(expectedVersion, agreement.Version);
            change(agreement, now);
            db.Announce(directory, agreement, now);
            await db.SaveChangesAsync(ct);
            return DirectoryWire.From(agreement, now);
        });
    }

    /// <summary>The directory, held until the transaction ends, for a caller who may still change it; and the time, read when it was their turn.</summary>
    async Task<(DirectoryHead Directory, DateTimeOffset Now)> HoldAsync(ReferralDbContext db, Caller caller, CancellationToken ct)
    {
        var directory = await db.HoldDirectoryAsync(ct);
        var now = Now();
        await db.RequireStillAbleAsync(caller, AbleAdministrators.Administrator, now, ct);
        return (directory, now);
    }

    static async Task<Domain.Agency> RequireAgencyAsync(ReferralDbContext db, AgencyId id, CancellationToken ct) =>
        await db.Agencies.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw DirectoryErrors.AgencyNotFound();
}
