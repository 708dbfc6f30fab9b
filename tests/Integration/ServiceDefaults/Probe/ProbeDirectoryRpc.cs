using System.Globalization;
using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>Tells who called it: id is the caller, name the purpose and the seconds it was given.</summary>
public sealed class ProbeDirectoryRpc(ProbeGate gate) : DirectoryService.DirectoryServiceBase
{
    public override Task<ListAgenciesResponse> ListAgencies(ListAgenciesRequest request, ServerCallContext context)
    {
        if (gate.DirectoryAway > 0)
        {
            gate.DirectoryAway--;
            throw new Refusal(RefusalKind.Unavailable, "AWAY", "しばらくお待ちください。");
        }

        var caller = context.GetCaller();
        var seconds = Math.Round((context.Deadline - DateTime.UtcNow).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(new ListAgenciesResponse
        {
            Agencies = { new Agency { AgencyId = caller.Staff.Value, Name = $"{caller.Purpose}|{seconds}" } },
        });
    }
}
