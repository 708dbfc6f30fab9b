using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>Another name or kind of an agency; the kind of the caller's own is not theirs to change.</summary>
    public override Task<Wire.Agency> ReviseAgency(ReviseAgencyRequest request, ServerCallContext context)
    {
        var id = DirectoryWire.ParseAgency(request.AgencyId);
        var (name, kind) = (DirectoryWire.ParseName(request.Name), ReferralCodes.ParseKind(request.Kind));
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var (directory, now) = await HoldAsync(db, caller, ct);
            var agency = await RequireAgencyAsync(db, id, ct);
            if (agency.Kind != kind)
                OwnRights.RequireAnother(caller.Agency, id);
            Version.Require(request.ExpectedVersion, agency.Version);
            agency.Revise(name, kind);
            db.Announce(directory, agency, now);
            await db.SaveChangesAsync(ct);
            return DirectoryWire.From(agency);
        });
    }
}
