using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Clients;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Intake.Neighbours;

/// <summary>The resident register, asked on the caller's behalf: nobody links a resident whom they may not read.</summary>
/// <param name="household">Client of the household service; it forwards the caller's token and purpose.</param>
/// <param name="clock">Time.</param>
public sealed class ResidentRegister(HouseholdService.HouseholdServiceClient household, TimeProvider clock)
{
    // Recording a consultation asks for no purpose; reading the register does, and this is what it is read for.
    static readonly Metadata DefaultPurpose = new() { { "tsunagu-purpose", "consultation" } };

    /// <summary>Confirms a resident and finds the register household.</summary>
    /// <param name="id">Resident that the caller named.</param>
    /// <param name="caller">Who asks; without a purpose the register is read for <c>consultation</c>.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="Refusal">RESIDENT_UNKNOWN, RESIDENT_FORBIDDEN, HOUSEHOLD_UNAVAILABLE.</exception>
    public async Task<RegisterSubject> FindAsync(ResidentId id, Caller caller, CancellationToken ct)
    {
        try
        {
            var headers = caller.Purpose is null ? DefaultPurpose : null;
            var resident = await household.GetResidentAsync(new() { ResidentId = id.Value.ToString() }, headers, clock.NeighbourDeadline(), ct);
            return new(id, Guid.TryParse(resident.HouseholdId, out var householdId) ? new HouseholdId(householdId) : null);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound)
        {
            throw IntakeErrors.ResidentUnknown();
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.PermissionDenied)
        {
            throw IntakeErrors.ResidentForbidden();
        }
        catch (RpcException e) when (e.IsAway())
        {
            throw IntakeErrors.HouseholdUnavailable();
        }
    }
}
