using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Granting.Breaking;

/// <summary>Somebody of an NPO who opens a record of the tax office.</summary>
static class Emergency
{
    public static readonly StaffId Opener = new("npo-01");

    public static readonly SharingRule Rule = Grants.RuleOf(GrantBasis.Emergency);

    public static Grant Take(SharingRule? rule = null, DateTimeOffset? now = null) => Grant.Take(
        Guid.CreateVersion7(), Grants.Consultation, GrantSource.BreakGlass(Guid.CreateVersion7()), rule ?? Rule, Grants.Owner, Opener, Grants.Other, now ?? Grants.Now);

    public static BrokenGlass Break(DateTimeOffset? now = null) => BrokenGlass.Of(Take(now: now), "consultation", "連絡が取れず、身体に危険があるため");

    public static Caller Caller(params Role[] roles) => new(Opener, Grants.Other, roles.ToHashSet(), "consultation");

    public static DirectorySnapshot Directory(params SharingRule[] rules) => new(
        new Dictionary<StaffId, KnownStaff> { [Opener] = new(Grants.Other, new HashSet<Role> { Role.Caseworker }, DateTimeOffset.MaxValue, Suspended: false) },
        new Dictionary<AgencyId, KnownAgency> { [Grants.Other] = new(Grants.Other, "npo", []) },
        Grants.Now,
        Complete: true)
    {
        Sharing = rules.Length > 0 ? new(rules) : SampleRules.Table,
    };
}
