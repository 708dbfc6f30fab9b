using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>Writes a draft of the caller's agency.</summary>
    public override Task<Wire.Referral> CreateReferral(CreateReferralRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var to = new AgencyId(FieldParser.Code(request.ToAgencyId, "to_agency_id"));
        var origin = new Origin(
            FieldParser.UuidOrNull(request.CaseId, "case_id"), FieldParser.UuidOrNull(request.ConsultationId, "consultation_id"));
        var sheet = ReferralWire.ParseSheet(request.Content);
        var respondBy = FieldParser.TimeOrNull(request.RespondBy, "respond_by");
        return unit.WriteAsync(request, context, async (db, ct) =>
        {
            var now = Now();
            var referral = Domain.Referral.Draft(
                ReferralId.New(), new Actor(caller.Staff, caller.Agency), to, origin, sheet, respondBy, now);
            if (!await db.Agencies.AnyAsync(agency => agency.Id == to, ct))
                throw ReferralErrors.AgencyUnknown();
            db.Referrals.Add(referral);
            await db.SaveChangesAsync(ct);
            return ReferralWire.From(referral, now);
        });
    }
}
