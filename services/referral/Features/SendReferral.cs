using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Rules;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

public sealed partial class ReferralRpc
{
    /// <summary>送付: draft or returned → sent, by the sending agency, on a basis, and where that is consent on a consent, that carries to the receiver.</summary>
    public override Task<Wire.Referral> SendReferral(SendReferralRequest request, ServerCallContext context)
    {
        var sheet = request.Content is null ? null : ReferralWire.ParseSheet(request.Content);
        var respondBy = FieldParser.TimeOrNull(request.RespondBy, "respond_by");
        var caller = context.GetCaller();
        return MoveAsync(
            request, ReferralWire.ParseId(request.ReferralId), request.ExpectedVersion, context,
            async (db, referral, by, now, ct) =>
            {
                referral.Send(by, sheet, respondBy, now);
                await RequireLawfulAsync(db, referral, caller, now, ct);
            });
    }

    // Rules and directory are this service's own: what was approved a moment ago counts.
    async Task RequireLawfulAsync(ReferralDbContext db, Domain.Referral referral, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var receiver = await db.Agencies.AsNoTracking().SingleAsync(agency => agency.Id == referral.To, ct);
        var rules = await db.SharingRules.InForceAsync(JapanCalendar.DayOf(now), ct)
            ?? throw ReferralErrors.LegalBasisReceiver();
        rules.RuleOf(referral.Sheet.LegalBasis).RequireSending(receiver.Kind, caller.Roles.Select(RoleNames.Name));
        var consent = await consents.RequireAsync(db, ReferralCodes.GrantBasisOf(referral.Sheet.LegalBasis), referral.Sheet.Consent, ct);
        consent?.Require(
            new(referral.Origin.Consultation, referral.Origin.Case), ConsentRecipient.Of(receiver.Id, AgencyKinds.CodeOf(receiver.Kind)), now);
    }
}
