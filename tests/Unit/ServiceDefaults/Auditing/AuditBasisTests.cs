using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.Tests.Unit.ServiceDefaults.Granting;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Auditing;

public sealed class AuditBasisTests
{
    [Theory]
    [InlineData(RowRule.Shared, "shared")]
    [InlineData(RowRule.OwnAgency, "own")]
    [InlineData(RowRule.OwnOrReceiver, "own_or_receiver")]
    [InlineData(RowRule.OwnOrGranted, "own_or_granted")]
    [InlineData(RowRule.BreakGlass, "emergency")]
    public void WithoutADecisionAboutARow_TheRuleIsTheGround(RowRule rule, string expected) => Assert.Equal([expected], AuditBasis.Of(rule, null));

    [Theory]
    [InlineData(RowReason.Own, "own")]
    [InlineData(RowReason.Receiver, "receiver")]
    [InlineData(RowReason.Shared, "shared")]
    public void RowThatNeedsNoGrant_IsOpenedByWhoseItIs(RowReason reason, string expected) =>
        Assert.Equal([expected], AuditBasis.Of(RowRule.OwnOrGranted, RowVerdict.Allow(reason)));

    [Fact]
    public void RowThatGrantsOpen_IsOpenedByTheirLegalBases_EachOnce() => Assert.Equal(
        ["consent", "delegation"],
        AuditBasis.Of(RowRule.OwnOrGranted, RowVerdict.Allow(
            RowReason.Granted, Of(GrantBasis.Delegation), Of(GrantBasis.Consent), Of(GrantBasis.Delegation))));

    [Fact]
    public void EachLegalBasis_HasACodeOfItsOwn()
    {
        var codes = Enum.GetValues<GrantBasis>().SelectMany(basis => AuditBasis.Of(RowRule.OwnOrGranted, RowVerdict.Allow(RowReason.Granted, Of(basis))));

        Assert.Equal(Enum.GetValues<GrantBasis>().Length, codes.Distinct().Count());
    }

    [Theory]
    [InlineData(RowReason.Foreign)]
    [InlineData(RowReason.GrantExpired)]
    [InlineData(RowReason.GrantRevoked)]
    public void RowThatIsNotShown_HasNoGround(RowReason reason) =>
        Assert.Empty(AuditBasis.Of(RowRule.OwnOrGranted, RowVerdict.Refuse(reason, Of(GrantBasis.Consent))));

    // An approver for those that need one.
    static Grant Of(GrantBasis basis) => Grants.Give(Grants.Terms(basis: basis) with { Approver = new("tax-02") });
}
