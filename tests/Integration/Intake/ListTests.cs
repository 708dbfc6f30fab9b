using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Intake.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

[Collection(nameof(IntakeFixture))]
public sealed class ListTests(IntakeFixture fixture)
{
    static readonly DateTime Noon = new(2026, 6, 5, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task List_IsNewestFirstInPagesThatNeitherRepeatNorSkip()
    {
        var desk = fixture.Desk();
        // Two of each minute: the second key decides between them.
        var recorded = await ReceivedAsync(desk, [.. Enumerable.Range(0, 7).Select(number => Noon.AddMinutes(number / 2))]);
        var listed = await PagesAsync(desk, 3);

        Assert.Equal([3, 3, 1], listed.Select(page => page.Count));
        var rows = listed.SelectMany(page => page).ToList();
        Assert.Equal(rows.OrderByDescending(row => row.ReceivedAt).Select(row => row.ReceivedAt), rows.Select(row => row.ReceivedAt));
        Assert.Equal(recorded.Order(), rows.Select(row => row.ConsultationId).Order());
    }

    [Fact]
    public async Task List_ANewerSheetBetweenTwoPages_ShiftsNothing()
    {
        var desk = fixture.Desk();
        var recorded = await ReceivedAsync(desk, Noon, Noon.AddMinutes(1), Noon.AddMinutes(2));
        var first = await desk.Intake.ListConsultationsAsync(new() { PageSize = 2 });
        _ = await ReceivedAsync(desk, Noon.AddMinutes(3));
        var second = await desk.Intake.ListConsultationsAsync(new() { PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal(recorded[0], Assert.Single(second.Consultations).ConsultationId);
        Assert.Empty(second.NextPageToken);
    }

    [Fact]
    public async Task List_HasNoneOfTheWordsOfTheSheet()
    {
        var desk = fixture.Desk();
        _ = await desk.RecordAsync(sheet => sheet.Person = new() { Name = "戸塚 花子" });

        var row = Assert.Single((await desk.Intake.ListConsultationsAsync(new())).Consultations).ToString();
        Assert.DoesNotContain("戸塚", row, StringComparison.Ordinal);
        Assert.DoesNotContain("税金", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithAPageTokenFromElsewhere_IsRefused() => await Refused.AssertFieldAsync(
        "page_token", fixture.Desk().Intake.ListConsultationsAsync(new() { PageToken = "abc" }), "PAGE_TOKEN_INVALID");

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task List_WithAPageSizeOutOfRange_IsRefused(int size) =>
        await Refused.AssertFieldAsync("page_size", fixture.Desk().Intake.ListConsultationsAsync(new() { PageSize = size }));

    static async Task<List<string>> ReceivedAsync(Desk desk, params DateTime[] times)
    {
        var ids = new List<string>();
        foreach (var time in times) ids.Add((await desk.RecordAsync(sheet => sheet.ReceivedAt = time.ToTimestamp())).ConsultationId);
        return ids;
    }

    static async Task<List<IReadOnlyList<ConsultationSummary>>> PagesAsync(Desk desk, int size)
    {
        var pages = new List<IReadOnlyList<ConsultationSummary>>();
        for (var token = (string?)null; token != "";)
        {
            var page = await desk.Intake.ListConsultationsAsync(new() { PageSize = size, PageToken = token ?? "" });
            pages.Add(page.Consultations);
            token = page.NextPageToken;
        }

        return pages;
    }
}
