using Grpc.Core;
using Microsoft.Extensions.Caching.Memory;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Clients;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Neighbours;

/// <summary>The agency directory of the referral service. What it said is believed for a short while only.</summary>
/// <param name="directory">Client of the directory; it forwards the caller's token.</param>
/// <param name="cache">Keeps the last answer.</param>
/// <param name="clock">Time.</param>
public sealed class AgencyDirectory(DirectoryService.DirectoryServiceClient directory, IMemoryCache cache, TimeProvider clock)
{
    // An agency that left may be invited this long after; one that joined is known at once, because an unknown one is asked for anew.
    static readonly TimeSpan Believed = TimeSpan.FromSeconds(30);

    /// <summary>Refuses agencies that the directory does not know.</summary>
    /// <param name="agencies">Agencies that the caller named; with none, nothing is asked.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="Refusal">AGENCY_UNKNOWN, DIRECTORY_UNAVAILABLE.</exception>
    public async Task RequireAsync(IReadOnlyCollection<AgencyId> agencies, CancellationToken ct)
    {
        var known = cache.Get<IReadOnlySet<AgencyId>>(typeof(AgencyDirectory));
        if (known is not null && known.IsSupersetOf(agencies)) return;
        if (agencies.Count > 0 && !(await AskAsync(ct)).IsSupersetOf(agencies)) throw MeetingErrors.AgencyUnknown();
    }

    async Task<IReadOnlySet<AgencyId>> AskAsync(CancellationToken ct)
    {
        try
        {
            var answer = await directory.ListAgenciesAsync(new(), deadline: clock.NeighbourDeadline(), cancellationToken: ct);
            IReadOnlySet<AgencyId> known = answer.Agencies.Select(agency => new AgencyId(agency.AgencyId)).ToHashSet();
            return cache.Set<IReadOnlySet<AgencyId>>(typeof(AgencyDirectory), known, Believed);
        }
        catch (RpcException e) when (e.IsAway())
        {
            throw MeetingErrors.DirectoryUnavailable();
        }
    }
}
