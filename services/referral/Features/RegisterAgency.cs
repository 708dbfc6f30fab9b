using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class DirectoryRpc
{
    /// <summary>登録: a new agency.</summary>
    public override Task<Wire.Agency> RegisterAgency(RegisterAgencyRequest request, ServerCallContext context)
    {
        var id = DirectoryWire.ParseAgency(request.AgencyId);
        var (name, kind) = (DirectoryWire.ParseName(request.Name), ReferralCodes.ParseKind(request.Kind));
        var caller = context.GetCaller();
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var (directory, now) = await HoldAsync(db, caller, ct);
            if (await db.Agencies.AnyAsync(row => row.Id == id, ct))
                throw DirectoryErrors.AgencyExists();
            var agency = db.Agencies.Add(new() { Id = id, Name = name, Kind = kind }).Entity;
            db.Announce(directory, agency, now);
            await db.SaveChangesAsync(ct);
            return DirectoryWire.From(agency);
        });
    }
}
