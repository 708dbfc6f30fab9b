using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>協定の締結, with another agency than the caller's.</summary>
    public override Task<Wire.Agreement> SignAgreement(SignAgreementRequest request, ServerCallContext context)
    {
        var id = DirectoryWire.ParseAgency(request.AgencyId);
        var scopes = DirectoryWire.ParseScopes(request.Scopes);
        var (startsOn, endsOn) = (DirectoryWire.ParseDay(request.StartsOn, "starts_on"), DirectoryWire.ParseDay(request.EndsOn, "ends_on"));
        var caller = context.GetCaller();
        OwnRights.RequireAnother(caller.Agency, id);
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var (directory, now) = await HoldAsync(db, caller, ct);
            var agency = await RequireAgencyAsync(db, id, ct);
            var agreement = db.Agreements.Add(Domain.Agreement.Sign(Guid.CreateVersion7(now), agency, scopes, startsOn, endsOn, now)).Entity;
            db.Announce(directory, agreement, now);
            await db.SaveChangesAsync(ct);
            return DirectoryWire.From(agreement, now);
        });
    }
}
