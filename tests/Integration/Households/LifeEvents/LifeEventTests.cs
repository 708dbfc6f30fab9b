using Grpc.Core;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Xunit;

namespace Tsunagu.Tests.Integration.Households.LifeEvents;

/// <summary>Life events between the two days of the sample city, and the procedures of the staff's table.</summary>
public sealed class LifeEventTests(SampleLife life) : IClassFixture<SampleLife>
{
    const string Widow = "000000007771219";
    const string Husband = "000000094822840";
    const string Leaver = "000000056322175";
    const string Newborn = "000000051237748";

    readonly LifeEventService.LifeEventServiceClient caseworker = life.Service.LifeEventsAs("caseworker");
    readonly LifeEventService.LifeEventServiceClient administrator = life.Service.LifeEventsAs("administrator");

    [Fact]
    public async Task Birth_IsToldWithTheDayOfBirth_AndWhatIsToBeDone()
    {
        var birth = Assert.Single(await life.OfAsync(Newborn));
        Assert.Equal((LifeEventKind.Birth, "2026-03-30", "2026-04-02", ""), (birth.Kind, birth.OccurredOn, birth.NoticedOn, birth.FromHouseholdId));
        Assert.Contains(birth.Procedures, p => (p.Code, p.DueOn) == ("birth_child_allowance", "2026-04-14"));
        Assert.All(birth.Procedures, p => Assert.NotEmpty(p.Scheme + p.Name));
    }

    [Fact]
    public async Task MoveOut_CallsForTheProceduresOfWhatThePersonHadUntilThen()
    {
        var events = await life.OfAsync(Leaver);
        var (left, insured) = (events.Single(e => e.Kind == LifeEventKind.MoveOut), events.Single(e => e.Kind == LifeEventKind.EntitlementEnded));
        Assert.Equal(2, events.Count);
        Assert.Equal(["move_out_health_insurance"], left.Procedures.Select(p => p.Code));
        Assert.Equal(("16_kokuho_shikaku", "国民健康保険資格", "本人", "2026-04-02"), (insured.FeedId, insured.Scheme, insured.Role, insured.OccurredOn));
        Assert.Equal(["health_insurance_ended"], insured.Procedures.Select(p => p.Code));
    }

    [Fact]
    public async Task Household_ShowsWhatHappenedToEachOfItsMembers()
    {
        var household = (await life.Service.ResidentAsync(Widow)).HouseholdId;
        var events = (await life.Service.LifeEventsAsync(household, pageSize: 1)).Where(e => e.FeedId == "residents").ToList();
        Assert.Equal([LifeEventKind.Death, LifeEventKind.HeadChange], events.Select(e => e.Kind).Order());
        var (dead, head) = (await life.Service.ResidentAsync(Husband), await life.Service.ResidentAsync(Widow));
        Assert.Equal([dead.ResidentId, head.ResidentId], events.OrderBy(e => e.Kind).Select(e => e.ResidentId));
        Assert.All(events, e => Assert.Equal(household, e.HouseholdId));
    }

    [Fact]
    public async Task City_IsWorkedThroughByKindFeedAndDay()
    {
        var request = new ListLifeEventsRequest { Kinds = { LifeEventKind.Birth, LifeEventKind.Death }, NoticedFrom = "2026-04-02", NoticedTo = "2026-04-02" };
        Assert.Equal([LifeEventKind.Birth, LifeEventKind.Death], (await caseworker.ListLifeEventsAsync(request)).LifeEvents.Select(e => e.Kind).Order());
        request.PageSize = 1;
        var first = await caseworker.ListLifeEventsAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await caseworker.ListLifeEventsAsync(request);
        Assert.Equal(("", true), (second.NextPageToken, first.LifeEvents[0].LifeEventId != second.LifeEvents[0].LifeEventId));
        Assert.Empty((await caseworker.ListLifeEventsAsync(new() { NoticedTo = "2026-04-01" })).LifeEvents);
        Assert.All((await caseworker.ListLifeEventsAsync(new() { FeedId = "16_kokuho_shikaku" })).LifeEvents, e => Assert.Equal("国民健康保険資格", e.Scheme));
    }

    [Fact]
    public async Task Pages_TellEachEventOnce_InTheOrderOfTheWhole()
    {
        var whole = await caseworker.ListLifeEventsAsync(new());
        var request = new ListLifeEventsRequest { PageSize = 2 };
        List<string> told = [];
        do
        {
            var page = await caseworker.ListLifeEventsAsync(request);
            Assert.InRange(page.LifeEvents.Count, 1, 2);
            told.AddRange(page.LifeEvents.Select(e => e.LifeEventId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(("", true), (whole.NextPageToken, whole.LifeEvents.Count > 6));
        Assert.Equal(whole.LifeEvents.Select(e => e.LifeEventId), told);
    }

    [Fact]
    public async Task Event_IsPublishedUnderItsResident_WithoutWhatIsPersonal()
    {
        var birth = Assert.Single(await life.OfAsync(Newborn));
        var published = Assert.Single(await life.Service.Events.WaitForAsync<LifeEventNoticed>(birth.ResidentId));
        Assert.Equal(
            (1, Guid.Parse(birth.LifeEventId), "LIFE_EVENT_KIND_BIRTH", Guid.Parse(birth.HouseholdId), null),
            (published.Sequence, published.LifeEventId, published.Kind, published.HouseholdId, published.FromHouseholdId));
        var bodies = life.Service.Events.Bodies.Where(body => body.Contains("LIFE_EVENT_KIND", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(bodies);
        Assert.All(new[] { "2026-03-30", "kokuho", Newborn }, personal => Assert.DoesNotContain(bodies, body => body.Contains(personal, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EventsOfAResident_AreNumberedInOrder()
    {
        var resident = (await life.Service.ResidentAsync(Leaver)).ResidentId;
        var published = await life.Service.Events.WaitForAsync<LifeEventNoticed>(resident, 2);
        Assert.Equal([1L, 2L], published.Select(e => e.Sequence));
    }

    [Fact]
    public async Task RevisedTable_IsInForceAtOnce_AndTheVersionsBeforeAreKept()
    {
        var before = await caseworker.GetProcedureTableAsync(new());
        var request = Revision(before);
        request.Procedures.Add(new Procedure
        {
            Code = $"greeting_{before.Version}",
            Kind = LifeEventKind.Birth,
            Scheme = "子育て応援",
            Name = "誕生祝いの案内",
            Department = "広報課",
            WithinDays = 30,
            Who = new MemberTrait { AgeTo = 0 },
        });
        var after = await administrator.ReviseProcedureTableAsync(request);

        Assert.Equal(after, await administrator.ReviseProcedureTableAsync(request));
        Assert.Equal(after, await caseworker.GetProcedureTableAsync(new()));
        Assert.Equal(before, await caseworker.GetProcedureTableAsync(new() { Version = before.Version }));
        Assert.Equal(("admin-01", "市の事業を加える"), (after.StaffId, after.Reason));
        var needed = Assert.Single(await life.OfAsync(Newborn)).Procedures[^1];
        Assert.Equal(("誕生祝いの案内", "子育て応援", "広報課", "2026-04-29"), (needed.Name, needed.Scheme, needed.Department, needed.DueOn));
    }

    [Fact]
    public async Task RevisionOfAnOlderVersion_IsStale()
    {
        var request = Revision(await caseworker.GetProcedureTableAsync(new()));
        request.ExpectedVersion = "0";
        await Refusals.AssertAsync(StatusCode.Aborted, "VERSION_STALE", () => administrator.ReviseProcedureTableAsync(request).ResponseAsync);
    }

    [Fact]
    public async Task UnsoundTable_IsRefusedWithEveryField()
    {
        var request = Revision(await caseworker.GetProcedureTableAsync(new()));
        request.Procedures.Clear();
        request.Procedures.Add(new Procedure { Code = "A", Kind = LifeEventKind.Death, Age = 18, Scheme = "年金" });
        var refused = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(() => administrator.ReviseProcedureTableAsync(request).ResponseAsync));
        Assert.Equal((StatusCode.InvalidArgument, "FIELD_INVALID"), (refused.Status, refused.Code));
        Assert.Equal(["procedures[0].code", "procedures[0].name", "procedures[0].age"], refused.Fields);
    }

    [Fact]
    public async Task RowWithoutAnEvent_IsRefused()
    {
        var request = Revision(await caseworker.GetProcedureTableAsync(new()));
        request.Procedures[0].Kind = LifeEventKind.Unspecified;
        var refused = RefusedCall.Of(await Assert.ThrowsAsync<RpcException>(() => administrator.ReviseProcedureTableAsync(request).ResponseAsync));
        Assert.Equal("procedures[0].kind", Assert.Single(refused.Fields));
    }

    [Fact]
    public async Task WhatIsNotThere_IsNotFound()
    {
        var nobody = Guid.NewGuid().ToString();
        await Refusals.AssertAsync(
            StatusCode.NotFound, "RESIDENT_NOT_FOUND", () => caseworker.ListResidentLifeEventsAsync(new() { ResidentId = nobody }).ResponseAsync);
        await Refusals.AssertAsync(
            StatusCode.NotFound, "HOUSEHOLD_NOT_FOUND", () => caseworker.ListHouseholdLifeEventsAsync(new() { HouseholdId = nobody }).ResponseAsync);
        await Refusals.AssertAsync(
            StatusCode.NotFound, "PROCEDURE_TABLE_NOT_FOUND", () => caseworker.GetProcedureTableAsync(new() { Version = "99" }).ResponseAsync);
    }

    static ReviseProcedureTableRequest Revision(ProcedureTable table) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        ExpectedVersion = table.Version,
        Ages = { table.Ages },
        Procedures = { table.Procedures },
        Reason = "市の事業を加える",
    };
}
