using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Clients;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Meetings.Neighbours;

/// <summary>The cases of the intake service, asked on the caller's behalf: nobody calls a meeting about a case out of reach.</summary>
/// <param name="intake">Client of the intake service; it forwards the caller's token.</param>
/// <param name="clock">Time.</param>
public sealed class CaseRegister(IntakeService.IntakeServiceClient intake, TimeProvider clock)
{
    /// <summary>Confirms a case.</summary>
    /// <param name="id">Case that the caller named.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <exception cref="Refusal">CASE_UNKNOWN, INTAKE_UNAVAILABLE.</exception>
    public async Task RequireAsync(CaseId id, CancellationToken ct)
    {
        try
        {
            _ = await intake.GetCaseAsync(new() { CaseId = id.Value.ToString() }, deadline: clock.NeighbourDeadline(), cancellationToken: ct);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound)
        {
            throw MeetingErrors.CaseUnknown();
        }
        catch (RpcException e) when (e.IsAway())
        {
            throw MeetingErrors.IntakeUnavailable();
        }
    }
}
