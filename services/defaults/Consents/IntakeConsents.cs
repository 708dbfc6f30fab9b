using System.Globalization;
using Grpc.Core;
using Tsunagu.ServiceDefaults.Clients;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;
using Contract = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.ServiceDefaults.Consents;

/// <summary>Consents of the intake service, asked on the caller's behalf: nobody shares on a consent out of reach.</summary>
sealed class IntakeConsents(Contract.ConsentService.ConsentServiceClient intake, TimeProvider clock) : ConsentRegister
{
    protected override async Task<Consent?> FindAsync(ServiceDbContext db, Guid id, CancellationToken ct)
    {
        await ConsentLock.ShareAsync(db, id, ct);
        try
        {
            return Parse(await intake.GetConsentAsync(new() { ConsentId = id.ToString() }, deadline: clock.NeighbourDeadline(), cancellationToken: ct));
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.PermissionDenied)
        {
            return null;
        }
        catch (RpcException e) when (e.IsAway())
        {
            throw ConsentErrors.Unavailable();
        }
    }

    static Consent Parse(Contract.Consent from) => new()
    {
        Id = Guid.Parse(from.ConsentId),
        About = new(Guid.Parse(from.ConsultationId), Guid.TryParse(from.CaseId, out var opened) ? opened : null),
        Agencies = from.AgencyIds.Select(code => new AgencyId(code)).ToHashSet(),
        AgencyKinds = from.AgencyKinds.Select(AgencyKindCodes.Find).OfType<string>().ToHashSet(StringComparer.Ordinal),
        Meetings = from.Meetings,
        Purposes = from.Purposes,
        GivenOn = Day(from.GivenOn),
        ValidUntil = from.ValidUntil.Length > 0 ? Day(from.ValidUntil) : null,
        Revoked = from.State is Contract.ConsentState.Revoking or Contract.ConsentState.Revoked,
    };

    static DateOnly Day(string value) => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
