using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using RowRule = Tsunagu.Contracts.Options.V1.RowRule;

namespace Tsunagu.Referrals;

/// <summary>Where partners receive referral events; one file per RPC in Features.</summary>
public sealed partial class SubscriptionRpc(UnitOfWork<ReferralDbContext> unit, TimeProvider clock, IHostEnvironment environment)
    : SubscriptionService.SubscriptionServiceBase
{
    static AgencyId OwnAgency(string value, Caller caller)
    {
        var agency = new AgencyId(FieldParser.Code(value, "agency_id"));
        return caller.MayReach(RowRule.OwnAgency, agency) ? agency : throw SubscriptionErrors.AgencyNotFound();
    }
}
