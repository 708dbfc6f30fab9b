using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Meetings.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

[Collection(nameof(MeetingFixture))]
public sealed class ListTests(MeetingFixture fixture)
{
    static readonly DateTime Tomorrow = DateTime.UtcNow.Date.AddDays(1);

    [Fact]
    public async Task List_IsSoonestFirstInPagesThatNeitherRepeatNorSkip()
    {
        var convener = await fixture.ConvenerAsync();
        // Two at each time: the second key decides between them.
        var called = await CalledAsync(convener, 2, 1, 1, 0, 0);
        var first = await convener.Meetings.ListMeetingsAsync(new() { PageSize = 3 });
        var second = await convener.Meetings.ListMeetingsAsync(new() { PageSize = 3, PageToken = first.NextPageToken });

        Assert.Equal([3, 2], new[] { first.Meetings.Count, second.Meetings.Count });
        Assert.Empty(second.NextPageToken);
        var rows = first.Meetings.Concat(second.Meetings).ToList();
        Assert.Equal(rows.OrderBy(row => row.StartsAt).Select(row => row.StartsAt), rows.Select(row => row.StartsAt));
        Assert.Equal(called.Order(), rows.Select(row => row.MeetingId).Order());
    }

    [Fact]
    public async Task List_FromATime_LeavesTheEarlierOnesOut()
    {
        var convener = await fixture.ConvenerAsync();
        var called = await CalledAsync(convener, 0, 1, 2);
        var listed = await convener.Meetings.ListMeetingsAsync(new() { StartsFrom = Tomorrow.AddDays(1).ToTimestamp() });

        Assert.Equal(called[1..], listed.Meetings.Select(row => row.MeetingId));
    }

    [Fact]
    public async Task List_OfACase_CountsTheDecisionsAndRepeatsNoneOfTheirWords()
    {
        var convener = await fixture.ConvenerAsync();
        _ = await convener.DecideAsync(await convener.CallAsync());

        var row = Assert.Single((await convener.Meetings.ListMeetingsAsync(new() { CaseId = convener.CaseId })).Meetings);
        Assert.Equal((MeetingState.Held, 1), (row.State, row.Decisions));
        Assert.DoesNotContain("訪問", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfAnotherCase_IsEmpty()
    {
        var convener = await fixture.ConvenerAsync();
        _ = await convener.CallAsync();

        Assert.Empty((await convener.Meetings.ListMeetingsAsync(new() { CaseId = Convener.NewId() })).Meetings);
    }

    [Fact]
    public async Task List_WithAPageTokenFromElsewhere_IsRefused() => await Refused.AssertFieldAsync(
        "page_token", fixture.As(Convener.Council).ListMeetingsAsync(new() { PageToken = "abc" }), "PAGE_TOKEN_INVALID");

    static async Task<string[]> CalledAsync(Convener convener, params int[] days)
    {
        var ids = new List<string>();
        foreach (var day in days) ids.Add((await convener.CallAsync(request => request.StartsAt = Tomorrow.AddDays(day).ToTimestamp())).MeetingId);
        return [.. ids];
    }
}
