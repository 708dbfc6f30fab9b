using Grpc.Core;
using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Contracts.Meetings.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

[Collection(nameof(MeetingFixture))]
public sealed class DecisionTests(MeetingFixture fixture)
{
    [Fact]
    public async Task Decide_TheFirstTime_MakesTheMeetingHeldAndIsToldWithoutItsWords()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        var held = await convener.DecideAsync(called);

        var decision = Assert.Single(held.Decisions);
        Assert.Equal((MeetingState.Held, "家庭訪問を行う", "2030-01-31"), (held.State, decision.Text, decision.DueDate));
        Assert.Equal((Convener.Council, convener.Staff), (decision.ResponsibleAgencyId, decision.RecordedByStaffId));
        var told = Assert.Single(await fixture.Events.WaitForAsync<DecisionRecorded>(called.MeetingId));
        Assert.Equal((2L, Guid.Parse(decision.DecisionId), Convener.Council), (told.Sequence, told.DecisionId, told.ResponsibleAgencyId));
        Assert.DoesNotContain(fixture.Events.Bodies, body => body.Contains("訪問", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decide_Again_KeepsTheOrder()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        _ = await convener.DecideAsync(called);
        var held = await convener.DecideAsync(called, convener.Agency);

        Assert.Equal([Convener.Council, convener.Agency], held.Decisions.Select(decision => decision.ResponsibleAgencyId));
        Assert.Equal(held, await convener.Meetings.GetMeetingAsync(new() { MeetingId = called.MeetingId }));
    }

    [Fact]
    public async Task Decide_WithTheSameRequestId_IsRecordedOnce()
    {
        var convener = await fixture.ConvenerAsync();
        var request = new RecordDecisionRequest
        {
            RequestId = Convener.NewId(),
            MeetingId = (await convener.CallAsync()).MeetingId,
            Text = "連絡を取る",
            ResponsibleAgencyId = Convener.Council,
        };
        _ = await convener.Meetings.RecordDecisionAsync(request);

        Assert.Single((await convener.Meetings.RecordDecisionAsync(request)).Decisions);
    }

    [Fact]
    public async Task Decide_WithAStaleVersion_IsRefusedAndOverwritesNothing()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        _ = await convener.DecideAsync(called, version: called.Version);

        await Refused.AssertAsync(StatusCode.Aborted, "VERSION_STALE", convener.DecideAsync(called, version: called.Version));
        Assert.Single((await convener.Meetings.GetMeetingAsync(new() { MeetingId = called.MeetingId })).Decisions);
    }

    [Fact]
    public async Task Decide_ForAnAgencyThatIsNotInvited_IsRefused()
    {
        var convener = await fixture.ConvenerAsync();
        var call = convener.DecideAsync(await convener.CallAsync(), Convener.Npo);

        await Refused.AssertFieldAsync("responsible_agency_id", call, "RESPONSIBLE_AGENCY_NOT_INVITED");
    }

    [Fact]
    public async Task Decide_WithoutWords_IsRefused()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        var call = convener.Meetings.RecordDecisionAsync(new()
        {
            RequestId = Convener.NewId(),
            MeetingId = called.MeetingId,
            Text = " ",
            ResponsibleAgencyId = Convener.Council,
        });

        await Refused.AssertFieldAsync("text", call);
    }

    [Fact]
    public async Task Cancel_BeforeItIsHeld_IsCancelledAndTold()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();

        Assert.Equal(MeetingState.Cancelled, (await convener.CancelAsync(called)).State);
        var told = Assert.Single(await fixture.Events.WaitForAsync<MeetingCancelled>(called.MeetingId));
        Assert.Equal(2, told.Sequence);
        Assert.Equal([Convener.Council], told.InvitedAgencyIds);
        await Refused.AssertAsync(StatusCode.FailedPrecondition, "MEETING_CANCELLED", convener.DecideAsync(called));
    }

    [Fact]
    public async Task Cancel_WhenHeld_IsRefusedAndTellsNothing()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();
        _ = await convener.DecideAsync(called);
        var told = await fixture.ToldAsync(convener.Agency);

        await Refused.AssertAsync(StatusCode.FailedPrecondition, "MEETING_ALREADY_HELD", convener.CancelAsync(called));
        Assert.Equal(told, await fixture.ToldAsync(convener.Agency));
    }
}
