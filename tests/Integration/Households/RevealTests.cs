using Grpc.Core;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Somebody is hidden from one answer to the next, and shown to one person for a purpose, with a second one, for a while.</summary>
public sealed class RevealTests(ShieldedCity city) : IClassFixture<ShieldedCity>
{
    const string Expired = "000000008990067";
    const string HerMother = "000000055498394";

    ProtectionService.ProtectionServiceClient Worker => city.ProtectionsAs("caseworker", "staff-02");

    ProtectionService.ProtectionServiceClient Coordinator => city.ProtectionsAs("coordinator", "coordinator-01");

    [Fact]
    public async Task RegisteredByHand_SomebodyIsHiddenFromTheAnswerOn_WithWhoeverLivesThere()
    {
        var person = await city.NamedAsync("久保田隆史");
        Assert.NotEmpty(person.Address);
        var view = await city.HouseholdAsync(person.HouseholdId);
        var beside = view.Members.Select(m => m.Resident).First(r => r.ResidentId != person.ResidentId);

        var registered = await Worker.RegisterProtectionAsync(Decisions.ByHand(person.ResidentId));
        Assert.Equal(("staff-02", "welfare-general", person.ResidentId), (registered.StaffId, registered.AgencyId, registered.ResidentId));
        var hidden = await city.Caseworker.GetResidentAsync(new() { ResidentId = person.ResidentId });
        Assert.Equal((AddressProtection.InForce, "", "", ""), (hidden.AddressProtection, hidden.Address, hidden.PostalCode, hidden.SchoolDistrict));
        Assert.Equal(AddressProtection.Household, (await city.Caseworker.GetResidentAsync(new() { ResidentId = beside.ResidentId })).AddressProtection);
        Assert.DoesNotContain(
            (await city.Caseworker.SearchResidentsAsync(new() { Address = person.Address })).Matches, m => m.Resident.ResidentId == person.ResidentId);

        // No list drops it, so two persons may lift it before its end.
        var proposed = await Coordinator.ProposeAsync(person.ResidentId);
        _ = await city.ProtectionsAs("manager", "manager-01").ApproveAsync(proposed);
        Assert.Equal(person.Address, (await city.Caseworker.GetResidentAsync(new() { ResidentId = person.ResidentId })).Address);
    }

    [Fact]
    public async Task Registration_NeedsPeopleOfTheRegister_AndDaysThatAreSound()
    {
        var person = await city.ResidentAsync(Expired);
        await Refusals.AssertAsync(
            StatusCode.NotFound, "RESIDENT_NOT_FOUND", async () => await Worker.RegisterProtectionAsync(Decisions.ByHand(person.ResidentId, Kept.NewId())));
        var tooLong = Decisions.ByHand(person.ResidentId);
        tooLong.EndDate = "2999-12-31";
        await Refusals.AssertAsync(StatusCode.InvalidArgument, "PROTECTION_PERIOD_TOO_LONG", async () => await Worker.RegisterProtectionAsync(tooLong));
    }

    [Fact]
    public async Task Reveal_TakesTwoPersons_AndShowsOneOfThemWhatIsHidden()
    {
        var person = await city.ResidentAsync(HerMother);
        var (address, phone) = (
            await city.TextAsync($"select address from residents where number = '{HerMother}'"),
            await city.TextAsync($"select phone from residents where number = '{HerMother}'"));
        var asked = await Coordinator.AskAsync(person.ResidentId);
        Assert.Equal((RevealState.Requested, "coordinator-01", "consultation"), (asked.State, asked.RequestedByStaffId, asked.Purpose));
        await RefusedAsync("REVEAL_PENDING", StatusCode.FailedPrecondition, Coordinator, asked);
        await Refusals.AssertAsync(StatusCode.PermissionDenied, "SECOND_PERSON_REQUIRED", () => Coordinator.OpenAsync(asked));

        var manager = city.ProtectionsAs("manager", "manager-01");
        var open = await manager.OpenAsync(asked);
        Assert.Equal((RevealState.Open, "manager-01"), (open.State, open.DecidedByStaffId));
        Assert.Equal(TimeSpan.FromMinutes(30), open.EndsAt.ToDateTimeOffset() - open.DecidedAt.ToDateTimeOffset());
        var shown = await Coordinator.GetWhereaboutsAsync(new() { RevealId = open.RevealId });
        Assert.Equal((address, phone, AddressProtection.Household), (shown.Address, shown.Phone, shown.AddressProtection));
        Assert.Equal(15, shown.HouseholdNumber.Length);

        // To nobody else, for no other purpose, in no other read, and not in what is told to others.
        await RefusedAsync("REVEAL_NOT_FOUND", StatusCode.NotFound, manager, open);
        await RefusedAsync("REVEAL_NOT_FOUND", StatusCode.NotFound, Worker, open);
        await RefusedAsync(
            "REVEAL_PURPOSE", StatusCode.PermissionDenied, city.ProtectionsAs("coordinator", "coordinator-01", purpose: "statistics"), open);
        Assert.Equal("", (await city.Caseworker.GetResidentAsync(new() { ResidentId = person.ResidentId })).Address);
        var told = Assert.Single(await city.Events.WaitForAsync<RevealOpened>(open.RevealId));
        Assert.Equal(("coordinator-01", "welfare-general", "welfare-general"), (told.StaffId, told.AgencyId, told.ApproverAgencyId));
        Assert.All(city.Events.Bodies, body => Assert.DoesNotContain(person.ResidentId, body, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(RevealState.Over, (await Coordinator.EndRevealAsync(new() { RequestId = Kept.NewId(), RevealId = open.RevealId })).State);
        await RefusedAsync("REVEAL_OVER", StatusCode.FailedPrecondition, Coordinator, open);
    }

    [Fact]
    public async Task NewerMeasure_ClosesAReveal()
    {
        var person = await city.ResidentAsync(Expired);
        var open = await Coordinator.OpenAsync(await Worker.AskAsync(person.ResidentId));
        _ = await Worker.GetWhereaboutsAsync(new() { RevealId = open.RevealId });
        _ = await Worker.RegisterProtectionAsync(Decisions.ByHand(person.ResidentId));
        await RefusedAsync("REVEAL_OVERTAKEN", StatusCode.FailedPrecondition, Worker, open);
    }

    [Fact]
    public async Task WhoIsNotHidden_NeedsNoReveal() => await Refusals.AssertAsync(
        StatusCode.FailedPrecondition, "REVEAL_NOT_NEEDED", async () => await Worker.AskAsync((await city.NamedAsync("久保田隆史")).ResidentId));

    [Fact]
    public async Task Reveals_AreListedToWhoAskedAndToThoseWhoDecide()
    {
        var person = await city.ResidentAsync(HerMother);
        var asked = await Worker.AskAsync(person.ResidentId);
        Assert.Contains(asked, (await Worker.ListRevealsAsync(new() { State = RevealState.Requested })).Reveals);
        Assert.Contains(asked, (await Coordinator.ListRevealsAsync(new() { State = RevealState.Requested, PageSize = 100 })).Reveals);
        Assert.DoesNotContain(
            (await city.ProtectionsAs("caseworker", "staff-03").ListRevealsAsync(new() { PageSize = 100 })).Reveals, r => r.RevealId == asked.RevealId);

        var rejected = await Coordinator.RejectRevealAsync(new() { RequestId = Kept.NewId(), RevealId = asked.RevealId, Reason = "電話で足りる" });
        Assert.Equal((RevealState.Rejected, "電話で足りる"), (rejected.State, rejected.DecisionReason));
        Assert.Contains(rejected, (await Worker.ListRevealsAsync(new() { State = RevealState.Rejected })).Reveals);
        Assert.DoesNotContain((await Worker.ListRevealsAsync(new() { State = RevealState.Open })).Reveals, r => r.RevealId == asked.RevealId);
        Assert.Equal("staff-02", Assert.Single(await city.Events.WaitForAsync<RevealRejected>(asked.RevealId)).StaffId);
        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "REVEAL_DECIDED", () => Coordinator.OpenAsync(asked));
    }

    static async Task RefusedAsync(string code, StatusCode status, ProtectionService.ProtectionServiceClient client, Reveal reveal) =>
        _ = await Refusals.AssertAsync(status, code, async () => await client.GetWhereaboutsAsync(new() { RevealId = reveal.RevealId }));
}
