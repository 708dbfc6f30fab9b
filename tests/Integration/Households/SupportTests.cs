using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Who really lives and helps together, beside what the register says.</summary>
public sealed class SupportTests(RegisteredCity fixture) : IClassFixture<RegisteredCity>, IAsyncLifetime
{
    HouseholdView register = null!;

    SupportService.SupportServiceClient Support => fixture.Support;

    string Mother => register.Members[0].Resident.ResidentId;

    string Son => register.Members[1].Resident.ResidentId;

    public async ValueTask InitializeAsync() => register = await fixture.HouseholdAsync((await fixture.NamedAsync("久保田隆史")).HouseholdId);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task KinOutOfTown_StandBesideTheRegisterHousehold()
    {
        var household = await Kept.HouseholdAsync(Support, Mother, Son);
        var daughter = await Kept.OutsiderAsync(Support, household);
        _ = await Kept.MemberAsync(Support, household, Kept.Outsider(daughter), Presence.KinElsewhere, since: "1990-04-01");
        var tie = await Kept.TieAsync(Support, household, Kept.Outsider(daughter), Kept.Resident(Mother), TieKind.Parent);

        Assert.Equal((TieKind.Child, Mother), (tie.Tie.Kind, tie.Tie.From.ResidentId));
        var view = await fixture.HouseholdAsync(register.HouseholdId);
        var shown = Assert.Single(view.SupportHouseholds, h => h.SupportHouseholdId == household.SupportHouseholdId);
        Assert.Equal(["久保田　隆史", "久保田　静江", "遠山　花江"], shown.Persons.Select(p => p.Name).Order(StringComparer.Ordinal));
        var outsider = shown.Persons.Single(p => p.Person.PersonId == daughter.FactId);
        Assert.Equal(("トオヤマ　ハナエ", "1962", "架空県遠町1-2", true), (outsider.Kana, outsider.BirthDate, outsider.Address, outsider.HasAge));
        Assert.Equal(
            new HashSet<(Presence, string, string)> { (Presence.LivesHere, Mother, ""), (Presence.LivesHere, Son, ""), (Presence.KinElsewhere, "", daughter.FactId) },
            shown.Facts.Where(f => f.Membership is not null).Select(f => (f.Membership.Presence, f.Membership.Who.ResidentId, f.Membership.Who.PersonId)).ToHashSet());
        var told = Assert.Single(shown.Facts, f => f.FactId == tie.FactId);
        Assert.Equal((SupportSourceKind.Family, "2026-04-01", "worker-welfare-general"), (told.Source.Kind, told.Source.LearnedOn, told.StaffId));
        Assert.Contains(view.Graph.Edges, e => (e.FromNodeId, e.ToNodeId, e.Kind, e.Quality) == (Mother, daughter.FactId, TieKind.Child, TieQuality.Strong));
        Assert.Equal(view.Graph.Nodes.Single(n => n.NodeId == Son).Generation, view.Graph.Nodes.Single(n => n.NodeId == daughter.FactId).Generation);
    }

    [Fact]
    public async Task ResidentOfAnotherRegisterHousehold_IsShownInBothViewsWithoutTheAddress()
    {
        var other = await ElsewhereAsync();
        var household = await Kept.HouseholdAsync(Support, Mother);
        _ = await Kept.MemberAsync(Support, household, Kept.Resident(other.ResidentId), Presence.SeparateInRegister);

        foreach (var id in new[] { register.HouseholdId, other.HouseholdId })
        {
            var view = await fixture.HouseholdAsync(id);
            var shown = Assert.Single(view.SupportHouseholds, h => h.SupportHouseholdId == household.SupportHouseholdId);
            var person = shown.Persons.Single(p => p.Person.ResidentId == other.ResidentId);
            Assert.Equal((other.Name, other.BirthDate, "", ""), (person.Name, person.BirthDate, person.Address, person.Phone));
        }
    }

    [Fact]
    public async Task Correction_IsKnownFromThenOn_AndWhatWasKnownBeforeIsAnsweredAsBefore()
    {
        var household = await Kept.HouseholdAsync(Support, Mother);
        var first = await Kept.MemberAsync(Support, household, Kept.Resident(Son), Presence.LivesHere, since: "2020-01-01");
        var next = await Support.CorrectSupportFactAsync(new()
        {
            RequestId = Kept.NewId(),
            FactId = first.FactId,
            ExpectedVersion = first.Version,
            Membership = Kept.Member(Kept.Resident(Son), Presence.RegisteredHereOnly),
            Since = "2021-04-01",
            Source = Kept.Told,
            Reason = "入院が判明",
        });

        Assert.Equal((2, "入院が判明"), (next.Revision, next.Reason));
        Assert.Equal(Presence.LivesHere, await PresenceAsync(household, "2020-06-01", first.KnownFrom));
        Assert.Null(await PresenceAsync(household, "2020-06-01", null));
        Assert.Equal(Presence.RegisteredHereOnly, await PresenceAsync(household, "2021-06-01", next.KnownFrom));
        var versions = await Support.ListSupportFactVersionsAsync(new() { FactId = first.FactId });
        Assert.Equal([(2, null), (1, next.KnownFrom)], versions.Versions.Select(v => (v.Revision, (Timestamp?)v.KnownTo)));
    }

    [Fact]
    public async Task EndedMembership_HoldsUntilItsLastDay_AndAnotherMayFollow()
    {
        var household = await Kept.HouseholdAsync(Support, Mother);
        var living = await Kept.MemberAsync(Support, household, Kept.Resident(Son), Presence.LivesHere, since: "2020-01-01");
        await Refusals.AssertAsync(
            StatusCode.FailedPrecondition, "SUPPORT_FACT_OVERLAPS",
            () => Kept.MemberAsync(Support, household, Kept.Resident(Son), Presence.KinElsewhere, since: "2026-02-01"));
        _ = await Support.EndSupportFactAsync(
            new() { RequestId = Kept.NewId(), FactId = living.FactId, ExpectedVersion = living.Version, Until = "2026-01-31", Reason = "転居" });
        _ = await Kept.MemberAsync(Support, household, Kept.Resident(Son), Presence.KinElsewhere, since: "2026-02-01");

        Assert.Equal(Presence.LivesHere, await PresenceAsync(household, "2026-01-31", null));
        Assert.Equal(Presence.KinElsewhere, await PresenceAsync(household, "2026-02-01", null));
    }

    [Fact]
    public async Task EndedMarriage_StaysInTheGraphWithItsDays()
    {
        var household = await Kept.HouseholdAsync(Support, Mother);
        var former = await Kept.OutsiderAsync(Support, household, "遠山　茂");
        _ = await Kept.TieAsync(Support, household, Kept.Resident(Mother), Kept.Outsider(former), TieKind.Spouse, since: "1965-05-05", until: "1990-03-31");
        var edge = Assert.Single((await fixture.HouseholdAsync(register.HouseholdId)).Graph.Edges, e => e.ToNodeId == former.FactId || e.FromNodeId == former.FactId);
        Assert.Equal((TieKind.Spouse, "1965-05-05", "1990-03-31"), (edge.Kind, edge.Since, edge.Until));
    }

    [Fact]
    public async Task WithdrawnFact_IsGone_ButNotFromWhatWasKnown()
    {
        var household = await Kept.HouseholdAsync(Support, Mother);
        var mistaken = await Kept.MemberAsync(Support, household, Kept.Resident(Son), Presence.Supporter);
        var withdrawn = await Support.WithdrawSupportFactAsync(
            new() { RequestId = Kept.NewId(), FactId = mistaken.FactId, ExpectedVersion = mistaken.Version, Reason = "人違い" });

        Assert.Equal(("worker-welfare-general", "人違い"), (withdrawn.WithdrawnBy, withdrawn.WithdrawalReason));
        Assert.Null(await PresenceAsync(household, "2026-04-01", null));
        Assert.Equal(Presence.Supporter, await PresenceAsync(household, "2026-04-01", mistaken.KnownFrom));
        await Refusals.AssertAsync(
            StatusCode.FailedPrecondition, "SUPPORT_FACT_WITHDRAWN",
            () => Support.EndSupportFactAsync(new() { RequestId = Kept.NewId(), FactId = mistaken.FactId, Until = "2026-04-01", Reason = "転居" }).ResponseAsync);
        // Somebody else may be it after all.
        _ = await Kept.MemberAsync(Support, household, Kept.Resident(Son), Presence.LivesHere);
    }

    [Fact]
    public async Task PersonWhomAFactNames_IsNotWithdrawn()
    {
        var household = await Kept.HouseholdAsync(Support, Mother);
        var daughter = await Kept.OutsiderAsync(Support, household);
        var member = await Kept.MemberAsync(Support, household, Kept.Outsider(daughter), Presence.KinElsewhere);
        Func<Task> withdraw = () => Support.WithdrawSupportFactAsync(new() { RequestId = Kept.NewId(), FactId = daughter.FactId, Reason = "人違い" }).ResponseAsync;

        await Refusals.AssertAsync(StatusCode.FailedPrecondition, "SUPPORT_PERSON_NAMED", withdraw);
        _ = await Support.WithdrawSupportFactAsync(new() { RequestId = Kept.NewId(), FactId = member.FactId, Reason = "人違い" });
        await withdraw();
    }

    [Fact]
    public async Task PeopleWhoAreNotKnown_AreRefused()
    {
        var household = await Kept.HouseholdAsync(Support, Mother);
        var stranger = await Kept.OutsiderAsync(Support, await Kept.HouseholdAsync(Support, Mother));
        await Refusals.AssertAsync(
            StatusCode.NotFound, "RESIDENT_NOT_FOUND", () => Kept.MemberAsync(Support, household, Kept.Resident(Kept.NewId()), Presence.LivesHere));
        await Refusals.AssertAsync(
            StatusCode.InvalidArgument, "FIELD_INVALID", () => Kept.MemberAsync(Support, household, Kept.Outsider(stranger), Presence.LivesHere));
        await Refusals.AssertAsync(
            StatusCode.NotFound, "SUPPORT_HOUSEHOLD_NOT_FOUND",
            () => Support.GetSupportHouseholdAsync(new() { SupportHouseholdId = Kept.NewId() }).ResponseAsync);
        await Refusals.AssertAsync(
            StatusCode.NotFound, "SUPPORT_FACT_NOT_FOUND", () => Support.ListSupportFactVersionsAsync(new() { FactId = Kept.NewId() }).ResponseAsync);
    }

    [Fact]
    public async Task OfSixWhoRecordTheSameAtOnce_OneIsBelieved()
    {
        var household = await Kept.HouseholdAsync(Support, Mother);
        var daughter = await Kept.OutsiderAsync(Support, household);
        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                return (await Kept.MemberAsync(Support, household, Kept.Outsider(daughter), Presence.KinElsewhere)).FactId;
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.FailedPrecondition)
            {
                return "";
            }
        }));
        Assert.Single(attempts, id => id.Length > 0);
    }

    [Fact]
    public async Task Facts_AreReadForAPurposeAlone_AndDeletedByNobody()
    {
        var household = await Kept.HouseholdAsync(Support, Mother);
        const string Session = "begin; set local tsunagu.agency = 'welfare-general'; set local tsunagu.staff = 's'; set local tsunagu.purpose = 'test'; ";
        Assert.Equal(1, await fixture.CountAsync($"{Session} select count(*) from support_facts where household_id = '{household.SupportHouseholdId}'"));
        Assert.Equal(
            0, await fixture.CountAsync($"{Session} with gone as (delete from support_fact_versions returning 1) select count(*) from gone"));
        Assert.Equal(
            0,
            await fixture.CountAsync(
                $"begin; set local tsunagu.agency = 'welfare-general'; select count(*) from support_facts where household_id = '{household.SupportHouseholdId}'"));
    }

    [Fact]
    public async Task LifeStages_HoldTheInvolvementOfTheirYears()
    {
        _ = await fixture.ImportAsync("01_kaigo_nintei", City.Sample.Read("day1/feeds/01_kaigo_nintei.csv"), dataDate: City.FirstDay);
        var mother = (await fixture.HouseholdAsync(register.HouseholdId, City.FirstDay)).Members[0];
        Assert.Equal(
            [LifeStageKind.Infancy, LifeStageKind.SchoolAge, LifeStageKind.Youth, LifeStageKind.Adulthood, LifeStageKind.EarlyOldAge, LifeStageKind.LateOldAge],
            mother.LifeStages.Select(s => s.Kind));
        Assert.Equal((mother.Resident.BirthDate, ""), (mother.LifeStages[0].FromDate, mother.LifeStages[^1].ToDate));
        var open = mother.Involvement.Index().Single(i => i.Item.Open && i.Item.FeedId == "01_kaigo_nintei").Index;
        Assert.Contains(open, mother.LifeStages[^1].Involvement);
        Assert.All(mother.LifeStages.SkipLast(2), stage => Assert.Empty(stage.Involvement));
    }

    async Task<Presence?> PresenceAsync(SupportHousehold household, string asOf, Timestamp? knownAt)
    {
        var seen = await Support.GetSupportHouseholdAsync(new() { SupportHouseholdId = household.SupportHouseholdId, AsOf = asOf, KnownAt = knownAt });
        return seen.Facts.SingleOrDefault(f => f.Membership?.Who.ResidentId == Son)?.Membership.Presence;
    }

    async Task<Resident> ElsewhereAsync()
    {
        var found = await fixture.Caseworker.SearchResidentsAsync(new() { Kana = "ヨシ", PageSize = 100 });
        return found.Matches.Select(m => m.Resident).First(r => r.Status == ResidentStatus.Current && r.HouseholdId != register.HouseholdId);
    }
}
