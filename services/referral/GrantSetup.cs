using Tsunagu.ServiceDefaults.Granting;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>Which records of this service grants may open.</summary>
static class GrantSetup
{
    public const string Referral = "referral";

    public static void Configure(GrantBuilder grants) => grants.Resource(
        Referral, "referrals", "from_agency_id", Wire.Referral.Descriptor,
        "select consultation_id, case_id from referrals where id = $1",
        "select to_agency_id from referrals where id = $1 and state <> 'Draft'");
}
