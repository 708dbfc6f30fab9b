using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Contracts.Meetings.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

[Collection(nameof(MeetingFixture))]
public sealed class CallMeetingTests(MeetingFixture fixture)
{
    static string Today => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Call_IsReadBackTheSameByTheConvener()
    {
        var convener = await fixture.ConvenerAsync();
        var request = convener.Request();
        var called = await convener.Meetings.CallMeetingAsync(request);

        Assert.Equal((MeetingState.Called, convener.Agency, convener.CaseId), (called.State, called.ConvenerAgencyId, called.CaseId));
        Assert.Equal((request.StartsAt, request.Place, request.Kind), (called.StartsAt, called.Place, called.Kind));
        Assert.Equal(Convener.Council, Assert.Single(called.Invitations).AgencyId);
        Assert.Equal(called, await convener.Meetings.GetMeetingAsync(new() { MeetingId = called.MeetingId }));
    }

    [Fact]
    public async Task Call_IsPublishedAsTheFirstEventWithIdsAndCodesAlone()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await convener.CallAsync();

        var told = Assert.Single(await fixture.Events.WaitForAsync<MeetingCalled>(called.MeetingId));
        Assert.Equal((1L, convener.Agency, Guid.Parse(convener.CaseId)), (told.Sequence, told.ConvenerAgencyId, told.CaseId));
        Assert.Equal([Convener.Council], told.InvitedAgencyIds);
        Assert.DoesNotContain(fixture.Events.Bodies, body => body.Contains("会議室", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_WithTheSameRequestId_IsCalledAndToldOnce()
    {
        var convener = await fixture.ConvenerAsync();
        var request = convener.Request();

        Assert.Equal(await convener.Meetings.CallMeetingAsync(request), await convener.Meetings.CallMeetingAsync(request));
        Assert.Equal(1, await fixture.ToldAsync(convener.Agency));
    }

    [Fact]
    public async Task Call_MultilayeredByAConsent_IsCalled_AndNobodyIsInvitedOnceItIsRevoked()
    {
        var convener = await fixture.ConvenerAsync();
        var consent = await convener.ConsentAsync(fixture);

        var called = await convener.CallAsync(Multilayered(consent.ConsentId));

        Assert.Equal((consent.ConsentId, Today), (called.ConsentId, called.ConsentDate));
        Assert.Equal(2, (await convener.InviteAsync(called, Convener.Npo)).Invitations.Count);
        await fixture.Consents(convener.Agency).RevokeConsentAsync(new() { RequestId = Convener.NewId(), ConsentId = consent.ConsentId, Reason = "撤回" });
        await Refused.AssertAsync(StatusCode.InvalidArgument, "CONSENT_ENDED", convener.InviteAsync(called, "legal-office"));
        await Refused.AssertAsync(StatusCode.InvalidArgument, "CONSENT_ENDED", convener.CallAsync(Multilayered(consent.ConsentId)));
    }

    [Fact]
    public async Task Call_ByAConsentThatDoesNotCoverIt_IsRefused()
    {
        var (convener, other) = (await fixture.ConvenerAsync(), await fixture.ConvenerAsync());
        var withoutMeetings = await convener.ConsentAsync(fixture, consent =>
        {
            consent.Meetings = false;
            consent.AgencyIds.Add(Convener.Council);
        });
        var tooShort = await convener.ConsentAsync(fixture, consent => consent.ValidUntil = Today);

        await RefusedByAsync(convener, "CONSENT_RECIPIENT", withoutMeetings.ConsentId);
        await RefusedByAsync(convener, "CONSENT_ENDED", tooShort.ConsentId);
        await RefusedByAsync(convener, "CONSENT_UNKNOWN", (await other.ConsentAsync(fixture)).ConsentId);
        await RefusedByAsync(convener, "CONSENT_UNKNOWN", Convener.NewId());
    }

    [Fact]
    public async Task Call_MultilayeredWithoutAConsent_IsRefusedAndTellsNothing()
    {
        var convener = await fixture.ConvenerAsync();

        await Refused.AssertAsync(StatusCode.FailedPrecondition, "MEETING_CONSENT_MISSING", convener.CallAsync(Multilayered("")));
        Assert.Equal(0, await fixture.ToldAsync(convener.Agency));
        Assert.Empty((await convener.Meetings.ListMeetingsAsync(new())).Meetings);
    }

    [Fact]
    public async Task Call_AboutACaseOfAnotherAgency_IsRefused()
    {
        var other = await fixture.ConvenerAsync();
        await RefusedAsync("case_id", request => request.CaseId = other.CaseId, "CASE_UNKNOWN");
    }

    [Fact]
    public Task Call_AboutACaseNobodyKnows_IsRefused() => RefusedAsync("case_id", request => request.CaseId = Convener.NewId(), "CASE_UNKNOWN");

    [Fact]
    public Task Call_InvitingAnAgencyNobodyKnows_IsRefused() =>
        RefusedAsync("agency_ids", request => request.AgencyIds.Add("nobody"), "AGENCY_UNKNOWN");

    [Fact]
    public Task Call_StartingInThePast_IsRefused() =>
        RefusedAsync("starts_at", request => request.StartsAt = DateTime.UtcNow.AddMinutes(-1).ToTimestamp(), "STARTS_AT_NOT_IN_FUTURE");

    [Fact]
    public Task Call_ThatIsTooLong_IsRefused() =>
        RefusedAsync("duration_minutes", request => request.DurationMinutes = 481, "DURATION_OUT_OF_RANGE");

    [Fact]
    public Task Call_WithoutAKind_IsRefused() => RefusedAsync("kind", request => request.Kind = MeetingKind.Unspecified);

    [Fact]
    public Task Call_WithoutAStart_IsRefused() => RefusedAsync("starts_at", request => request.StartsAt = null);

    [Fact]
    public Task Call_WithAConsentThatIsNone_IsRefused() => RefusedAsync("consent_id", request => request.ConsentId = "令和8年");

    [Fact]
    public async Task Call_WhileTheNeighboursAreAway_IsRefusedAndSavesNothing()
    {
        var convener = await fixture.ConvenerAsync();
        var alone = fixture.Alone(convener.Agency);

        await Refused.AssertAsync(StatusCode.Unavailable, "INTAKE_UNAVAILABLE", alone.CallMeetingAsync(convener.Request()));
        Assert.Empty((await alone.ListMeetingsAsync(new())).Meetings);
    }

    async Task RefusedAsync(string field, Action<CallMeetingRequest> change, string code = "FIELD_INVALID") =>
        await Refused.AssertFieldAsync(field, (await fixture.ConvenerAsync()).CallAsync(change), code);

    static Task RefusedByAsync(Convener convener, string code, string consent) =>
        Refused.AssertFieldAsync("consent_id", convener.CallAsync(Multilayered(consent)), code);

    static Action<CallMeetingRequest> Multilayered(string consent) => request =>
    {
        request.Kind = MeetingKind.MultilayeredSupportConference;
        request.ConsentId = consent;
    };
}
