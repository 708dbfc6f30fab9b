using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>The sheet, for the two agencies it concerns and as far as a grant opens it.</summary>
    public override Task<Wire.Referral> GetReferral(GetReferralRequest request, ServerCallContext context)
    {
        var id = ReferralWire.ParseId(request.ReferralId);
        return unit.ReadAsync(context, async (db, ct) =>
            await LoadAsync(db, id, ct) is { } referral
            && await db.MaySeeAsync(context, new(new Resource(GrantSetup.Referral, id.Value), referral.From, Receivers(referral)), ct)
                ? ReferralWire.From(referral, Now())
                : throw ReferralErrors.NotFound());
    }

    static AgencyId[] Receivers(Domain.Referral referral) => referral.KnownReceiver is { } receiver ? [receiver] : [];
}
