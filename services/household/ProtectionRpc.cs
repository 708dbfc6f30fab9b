using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Protective measures, decisions about them and reveals; one file per operation under Features.</summary>
sealed partial class ProtectionRpc(
    UnitOfWork<HouseholdDbContext> work, FeedLibrary feeds, StaffDirectory directory, IOptions<ProtectionOptions> options, TimeProvider clock)
    : Wire.ProtectionService.ProtectionServiceBase
{
    const int LongestReason = 500;

    // Row-level security lets what is decided about measures be written under this name alone.
    const string Deciding = "handler:protection";

    DateTimeOffset Now() => clock.GetUtcNow().Stored();

    DateOnly Today => JapanCalendar.DayOf(clock.GetUtcNow());

    /// <summary>Refuses whoever is not of the city administration: an outside agency asks, and the city decides.</summary>
    /// <exception cref="Refusal">PROTECTION_CITY_ONLY.</exception>
    Caller RequireCity(ServerCallContext context)
    {
        var caller = context.GetCaller();
        return directory.Current.IsOfCity(caller.Agency) ? caller : throw ProtectionErrors.CityOnly();
    }

    /// <summary>True for those who may open what others ask to see.</summary>
    bool MayOpen(Caller caller) =>
        directory.Current.IsOfCity(caller.Agency) && (caller.Roles.Contains(Role.Coordinator) || caller.Roles.Contains(Role.Manager));

    /// <summary>One step of a reveal, under its lock.</summary>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    /// <param name="id">Of the reveal.</param>
    /// <param name="step">Changes it, by what hides the resident now; gives what others are told, or null.</param>
    Task<Wire.Reveal> ChangeAsync<TRequest>(
        TRequest request, ServerCallContext context, Guid id, Func<Reveal, string, DateTimeOffset, Contracts.Events.IIntegrationEvent?> step)
        where TRequest : class, Google.Protobuf.IMessage<TRequest> => work.WriteAsync(request, context, async (db, ct) =>
        {
            var caller = context.GetCaller();
            var known = await db.Reveals.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
            if (known is null || (known.RequestedBy != caller.Staff && !MayOpen(caller)))
                throw ProtectionErrors.RevealNotFound();
            var mark = ProtectionMark.Of(await HidingReading.AroundAsync(db, known.ResidentId, ct));
            await db.ActAsAsync(Deciding, ct);
            _ = await db.Database.ExecuteSqlAsync($"select from reveals where id = {id} for update", ct);
            var reveal = await db.Reveals.SingleAsync(r => r.Id == id, ct);
            var now = Now();
            if (step(reveal, mark, now) is { } told)
                db.AddEvent(told);
            _ = await db.SaveChangesAsync(ct);
            return ProtectionWire.ToWire(reveal, now);
        });

    /// <summary>A decision about a release, under its lock.</summary>
    Task<Wire.ProtectionRelease> DecideAsync<TRequest>(
        TRequest request, ServerCallContext context, Guid id, Action<ProtectionRelease, Caller, DateTimeOffset> decision)
        where TRequest : class, Google.Protobuf.IMessage<TRequest>
    {
        var caller = RequireCity(context);
        return work.WriteAsync(request, context, async (db, ct) =>
        {
            await db.ActAsAsync(Deciding, ct);
            _ = await db.Database.ExecuteSqlAsync($"select from protection_releases where id = {id} for update", ct);
            var release = await db.ProtectionReleases.Include(r => r.Spans).SingleOrDefaultAsync(r => r.Id == id, ct)
                ?? throw ProtectionErrors.ReleaseNotFound();
            decision(release, caller, Now());
            _ = await db.SaveChangesAsync(ct);
            return ProtectionWire.ToWire(release);
        });
    }

    async Task<Shield> ShieldAsync(HouseholdDbContext db, Data.Resident resident, CancellationToken ct) =>
        await Shield.OfAsync(db, await feeds.CurrentAsync(db, ct), [(resident.Id, resident.TownCode)], Today, ct);

    static async Task<Data.Resident> RequireResidentAsync(HouseholdDbContext db, Guid id, CancellationToken ct) =>
        await db.Residents.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw HouseholdErrors.ResidentNotFound();
}
