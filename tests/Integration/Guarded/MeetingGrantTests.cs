using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>A grant that names a meeting opens the record to whoever attends it.</summary>
[Collection(nameof(GuardedGroup))]
public sealed class MeetingGrantTests(WallFixture fixture)
{
    [Fact]
    public async Task GrantToAMeeting_OpensTheRecordToThoseWhoAttend_AndToNobodyOnceItIsCancelled()
    {
        var (convener, invited, late, stranger) = (
            await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture), await Agency.EnrolAsync(fixture));
        var opened = await convener.OpenCaseAsync();
        var meeting = await convener.Meetings.CallMeetingAsync(new()
        {
            RequestId = Agency.NewId(),
            CaseId = opened.CaseId,
            Kind = MeetingKind.SupportConference,
            StartsAt = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(3)),
            DurationMinutes = 60,
            AgencyIds = { invited.Id },
        });
        await convener.Grants.CreateGrantAsync(new()
        {
            RequestId = Agency.NewId(),
            ResourceKind = "case",
            ResourceId = opened.CaseId,
            Grantee = new() { Kind = GranteeKind.Meeting, Id = meeting.MeetingId },
            Basis = GrantBasis.SocialWelfareAct1066,
            Reason = "支援会議での検討",
        });

        await Eventually.HoldsAsync(() => invited.SeesAsync(opened), "the invited agency sees the case");
        Assert.False(await stranger.SeesAsync(opened) || await late.SeesAsync(opened));
        Assert.Single((await invited.Grants.ListReceivedGrantsAsync(new())).Grants);

        await convener.Meetings.InviteAgenciesAsync(new() { RequestId = Agency.NewId(), MeetingId = meeting.MeetingId, AgencyIds = { late.Id } });
        await Eventually.HoldsAsync(() => late.SeesAsync(opened), "the agency invited later sees the case");

        await convener.Meetings.CancelMeetingAsync(new() { RequestId = Agency.NewId(), MeetingId = meeting.MeetingId });
        await Eventually.HoldsAsync(async () => !await invited.SeesAsync(opened) && !await late.SeesAsync(opened), "nobody attends");
        Assert.True(await convener.SeesAsync(opened));
    }
}
