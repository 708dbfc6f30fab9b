using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.Unit.ServiceDefaults.Sharing;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Granting;

/// <summary>Grants as a test needs them.</summary>
static class Grants
{
    public static readonly AgencyId Owner = new("tax");
    public static readonly AgencyId Other = new("npo");
    public static readonly StaffId Staff = new("tax-01");

    /// <summary>A Sunday in November of the fiscal year 2026.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    public static readonly Resource Consultation = new("consultation", Guid.Parse("019370c0-0000-7000-8000-000000000001"));

    public static GrantTerms Terms(Grantee? grantee = null, GrantBasis basis = GrantBasis.Consent, DateTimeOffset? until = null, params string[] items) => new()
    {
        Resource = Consultation,
        Grantee = grantee ?? Grantee.Agency(Other),
        Items = items,
        Basis = basis,
        Consent = GrantBases.RestsOnConsent(basis) ? Consents.Given() : null,
        Reason = "同行支援のため",
        Source = GrantSource.Request,
        ExpiresAt = until,
    };

    public static Grant Give(GrantTerms terms) => Grant.Give(Guid.CreateVersion7(Now), terms, RuleOf(terms.Basis), Owner, Staff, Owner, Now);

    /// <summary>What a basis carries in a new installation.</summary>
    public static SharingRule RuleOf(GrantBasis basis) => SampleRules.Table.InForce(basis, Now)!;
}
