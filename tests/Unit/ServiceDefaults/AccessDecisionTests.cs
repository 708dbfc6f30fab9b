using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

/// <summary>Every role set × permitted set × token × purpose, against the rule stated anew as a table of reasons.</summary>
public sealed class AccessDecisionTests
{
    static readonly Role[] Roles = [.. Enum.GetValues<Role>().Where(role => role != Role.Unspecified)];

    static readonly (string? Text, bool Given, bool WellFormed)[] Purposes =
    [
        (null, false, false), ("", false, false), ("consultation", true, true), ("a", true, true), (new string('x', 64), true, true),
        ("2-desk", true, true), (new string('x', 65), true, false), ("Consultation", true, false), ("相談", true, false),
        ("a b", true, false), ("a\n", true, false), ("../x", true, false), (" ", true, false),
    ];

    [Fact]
    public void Decide_OverAllRolesTokensAndPurposes_AllowsExactlyWhatTheOptionPermits()
    {
        foreach (var permitted in Subsets(Roles))
            foreach (var required in new[] { false, true })
            {
                var option = new AccessOption { PurposeRequired = required, Rows = RowRule.Shared, Audit = Audit.None, Roles = { permitted } };
                foreach (var held in Roles.Select(role => new HashSet<Role> { role }).Append([]).Append([.. Roles]))
                    foreach (var token in Enum.GetValues<TokenState>())
                        foreach (var purpose in Purposes)
                            Assert.Equal(
                                Expected(permitted.Any(held.Contains), required, token, purpose),
                                AccessDecision.Decide(option, token, Standing(held), purpose.Text));
            }
    }

    [Fact]
    public void Decide_WhenTheOptionIsEmpty_RefusesEveryRole() =>
        Assert.Equal(
            AccessVerdict.RoleNotPermitted,
            AccessDecision.Decide(new AccessOption(), TokenState.Valid, Standing(Enum.GetValues<Role>()), "consultation"));

    [Fact]
    public void Decide_WhenTheOptionNamesTheUnspecifiedRole_PermitsNobodyByIt() =>
        Assert.Equal(
            AccessVerdict.RoleNotPermitted,
            AccessDecision.Decide(
                new AccessOption { Roles = { Role.Unspecified } }, TokenState.Valid, Standing([Role.Unspecified]), null));

    [Theory]
    [InlineData(AccessVerdict.DirectoryStale)]
    [InlineData(AccessVerdict.StaffUnknown)]
    [InlineData(AccessVerdict.StaffSuspended)]
    [InlineData(AccessVerdict.RightsExpired)]
    [InlineData(AccessVerdict.AgreementMissing)]
    [InlineData(AccessVerdict.AgreementScope)]
    public void Decide_WhenTheDirectoryRefuses_SaysSoWhateverTheOptionPermits(AccessVerdict verdict)
    {
        var option = new AccessOption { PurposeRequired = true, Roles = { Roles } };
        var refused = new Standing(verdict, new HashSet<Role>(Roles));

        Assert.Equal(verdict, AccessDecision.Decide(option, TokenState.Valid, refused, "consultation"));
        Assert.Equal(verdict, AccessDecision.Decide(option, TokenState.Valid, refused, null));
        Assert.Equal(AccessVerdict.TokenInvalid, AccessDecision.Decide(option, TokenState.Invalid, refused, "consultation"));
    }

    [Fact]
    public void Of_ForEachVerdictButAllowed_IsARefusalWithItsOwnCode()
    {
        var refusals = Enum.GetValues<AccessVerdict>().Select(AccessErrors.Of).ToList();
        Assert.Equal(
            [
                null, "TOKEN_MISSING", "TOKEN_INVALID", "DIRECTORY_STALE", "STAFF_UNKNOWN", "STAFF_SUSPENDED", "RIGHTS_EXPIRED",
                "AGREEMENT_MISSING", "AGREEMENT_SCOPE", "ROLE_NOT_PERMITTED", "PURPOSE_MISSING", "PURPOSE_INVALID",
            ],
            refusals.Select(refusal => refusal?.Code));
    }

    static AccessVerdict Expected(bool permitted, bool required, TokenState token, (string? Text, bool Given, bool WellFormed) purpose) =>
        (token, permitted, required, purpose.Given, purpose.WellFormed) switch
        {
            (TokenState.Missing, _, _, _, _) => AccessVerdict.TokenMissing,
            (TokenState.Invalid, _, _, _, _) => AccessVerdict.TokenInvalid,
            (TokenState.Valid, false, _, _, _) => AccessVerdict.RoleNotPermitted,
            (TokenState.Valid, true, true, false, _) => AccessVerdict.PurposeMissing,
            (TokenState.Valid, true, _, true, false) => AccessVerdict.PurposeInvalid,
            _ => AccessVerdict.Allowed,
        };

    static Standing Standing(IEnumerable<Role> roles) => new(AccessVerdict.Allowed, roles.ToHashSet());

    static IEnumerable<Role[]> Subsets(Role[] roles) =>
        Enumerable.Range(0, 1 << roles.Length).Select(mask => roles.Where((_, i) => (mask >> i & 1) == 1).ToArray());
}
