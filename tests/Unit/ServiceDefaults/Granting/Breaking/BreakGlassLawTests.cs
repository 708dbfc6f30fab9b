using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Granting.Breaking;

public sealed class BreakGlassLawTests
{
    [Theory]
    [InlineData(Role.Caseworker)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Manager)]
    public void Rule_IsFoundForWhoWorksCases(Role role) =>
        Assert.Equal(Emergency.Rule.Number, BreakGlassLaw.RequireRule(Emergency.Directory(), Emergency.Caller(role), Grants.Now).Number);

    [Theory]
    // The rules let partners give on an emergency; taking is another thing.
    [InlineData(Role.Partner)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public void OtherRoles_AreRefused(Role role) => Refused(Emergency.Directory().Sharing, Emergency.Caller(role));

    [Fact]
    public void Rules_DecideWhetherAnybodyMay()
    {
        var worker = Emergency.Caller(Role.Caseworker);
        Refused(new([Emergency.Rule with { Recipients = new HashSet<string> { "city_department" } }]), worker);
        Refused(new([Emergency.Rule with { Givers = new HashSet<Role> { Role.Manager } }]), worker);
        // Nobody of the owner is there to approve.
        Refused(new([Emergency.Rule with { Approver = true }]), worker);
        Refused(new([Emergency.Rule with { From = new(2026, 11, 23) }]), worker);
        Refused(SharingRules.None, worker);
    }

    [Fact]
    public void SomebodyWhomTheDirectoryDoesNotKnow_IsRefused() =>
        Refused(Emergency.Directory().Sharing, Emergency.Caller(Role.Caseworker) with { Staff = new("nobody") });

    [Fact]
    public void OwnRecord_NeedsNone() => Closed("BREAK_GLASS_OWN", RowVerdict.Allow(RowReason.Own));

    [Fact]
    public void RecordThatIsShownWhole_NeedsNone()
    {
        Closed("BREAK_GLASS_OPEN", RowVerdict.Allow(RowReason.Receiver));
        Closed("BREAK_GLASS_OPEN", RowVerdict.Allow(RowReason.Granted, Emergency.Take()));
    }

    [Fact]
    public void RecordThatIsClosedOrShownInPart_MayBeOpened()
    {
        BreakGlassLaw.RequireClosed(RowVerdict.Refuse(RowReason.Foreign), [], Grants.Now);
        BreakGlassLaw.RequireClosed(RowVerdict.Refuse(RowReason.GrantPurpose), [], Grants.Now);
        var part = Grants.Give(Grants.Terms(items: "complaint"));
        BreakGlassLaw.RequireClosed(new(RowOutcome.Mask, RowReason.Granted, new HashSet<string> { "complaint" }, [part]), [part], Grants.Now);
    }

    [Fact]
    public void RecordThatItsOwnerClosed_StaysClosedForTheRestOfItsTime()
    {
        var ended = Emergency.Take();
        ended.Revoke(Grants.Staff, "電話で確認した", Grants.Now.AddHours(1));

        Closed("BREAK_GLASS_ENDED", RowVerdict.Refuse(RowReason.GrantRevoked, ended), ended.ExpiresAt.AddTicks(-1), ended);
        BreakGlassLaw.RequireClosed(RowVerdict.Refuse(RowReason.GrantRevoked, ended), [ended], ended.ExpiresAt);
        // Another grant that its owner ended says nothing of an emergency.
        var given = Grants.Give(Grants.Terms(Grantee.Staff(Emergency.Opener)));
        given.Revoke(Grants.Staff, "終了", Grants.Now);
        BreakGlassLaw.RequireClosed(RowVerdict.Refuse(RowReason.GrantRevoked, given), [given], Grants.Now);
    }

    static void Refused(SharingRules rules, Caller caller) => Refusals.AssertRefused(
        RefusalKind.Forbidden, "BREAK_GLASS_NOT_ALLOWED",
        () => BreakGlassLaw.RequireRule(Emergency.Directory() with { Sharing = rules }, caller, Grants.Now));

    static void Closed(string code, RowVerdict verdict, DateTimeOffset? now = null, params Grant[] grants) =>
        Refusals.AssertRefused(RefusalKind.WrongState, code, () => BreakGlassLaw.RequireClosed(verdict, grants, now ?? Grants.Now));
}
