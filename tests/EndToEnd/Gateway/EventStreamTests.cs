using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

[Collection(SharedGateway.Name)]
public sealed class EventStreamTests(GatewayFixture gateway)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_SendsEventsWithTheirCursor()
    {
        using var client = await gateway.ClientAsync();
        using var answer = await OpenAsync(client);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            ["0", "1", "2", "3"],
            [await NextIdAsync(reader), await NextIdAsync(reader), await NextIdAsync(reader), await NextIdAsync(reader)]);
    }

    [Fact]
    public async Task StreamFromNowOn_TellsWhereItBegins()
    {
        using var client = await gateway.ClientAsync();
        using var answer = await OpenAsync(client);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));

        foreach (var line in new[] { ":", "", "id: 0", "" })
            Assert.Equal(line, await reader.ReadLineAsync(Ct));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    [InlineData(11)]
    public async Task ReaderThatReconnects_MissesNothingAndRepeatsNothing(int eventsUntilItLeaves)
    {
        using var client = await gateway.ClientAsync();
        var seen = new List<int>();
        while (seen.Count < SampleNotifications.LongCount)
        {
            var last = $"{(seen.Count > 0 ? seen[^1] : SampleNotifications.LongCursor)}";
            await ReadEventsAsync(client, last, seen, Math.Min(eventsUntilItLeaves, SampleNotifications.LongCount - seen.Count));
        }

        Assert.Equal(Enumerable.Range(SampleNotifications.LongCursor + 1, SampleNotifications.LongCount), seen);
    }

    [Fact]
    public async Task LastEventId_ResumesAfterIt()
    {
        using var client = await gateway.ClientAsync();
        using var answer = await OpenAsync(client, "2");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));

        Assert.Equal("3", await NextIdAsync(reader));
    }

    [Fact]
    public async Task LastEventId_WinsOverTheQueryItBeganWith()
    {
        using var client = await gateway.ClientAsync();
        using var answer = await OpenAsync(client, "2", "/v1/inbox:watch?after=1");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));

        Assert.Equal("3", await NextIdAsync(reader));
    }

    [Fact]
    public async Task SilentStream_CarriesComments()
    {
        using var client = await gateway.ClientAsync();
        using var answer = await OpenAsync(client, "3");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(":", await reader.ReadLineAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Ct));
            Assert.Equal("", await reader.ReadLineAsync(Ct));
        }
    }

    [Fact]
    public async Task ReaderThatLeaves_EndsTheCallOfTheService()
    {
        using var client = await gateway.ClientAsync();
        using (var answer = await OpenAsync(client))
        using (var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct)))
            Assert.Equal("0", await NextIdAsync(reader));

        await gateway.Journal.WatchEnded.Task.WaitAsync(TimeSpan.FromSeconds(10), Ct);
    }

    [Fact]
    public async Task WithoutTheAcceptHeader_ItStaysJsonLines()
    {
        using var client = await gateway.ClientAsync();
        using var answer = await client.GetAsync("/v1/inbox:watch?after=2", HttpCompletionOption.ResponseHeadersRead, Ct);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("{", await reader.ReadLineAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedWatch_IsAProblem()
    {
        using var client = await gateway.ClientAsync();

        using var answer = await OpenAsync(client, SampleNotifications.RefusedCursor);

        await Problem.Is(answer, HttpStatusCode.BadRequest, "CURSOR_INVALID");
    }

    [Fact]
    public async Task StreamThatBreaks_EndsWithAProblemEvent()
    {
        using var client = await gateway.ClientAsync();
        using var answer = await OpenAsync(client, $"{SampleNotifications.BreakingCursor}");

        var text = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Contains("event: problem\ndata: {", text, StringComparison.Ordinal);
        Assert.Contains("INBOX_UNAVAILABLE", text, StringComparison.Ordinal);
    }

    static async Task<HttpResponseMessage> OpenAsync(HttpClient client, string? last = null, string path = "/v1/inbox:watch")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (last is not null)
            request.Headers.Add("Last-Event-ID", last);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }

    // As a browser does: an event counts when its blank line has come, and one that was cut off does not.
    static async Task ReadEventsAsync(HttpClient client, string last, List<int> seen, int count)
    {
        string? id = null;
        try
        {
            using var answer = await OpenAsync(client, last);
            using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Ct));
            while (count > 0 && await reader.ReadLineAsync(Ct) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal))
                    id = line["id: ".Length..];
                if (line.Length > 0 || id is null)
                    continue;
                seen.Add(int.Parse(id, CultureInfo.InvariantCulture));
                (id, count) = (null, count - 1);
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The service died; the reader comes back.
        }
    }

    static async Task<string> NextIdAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                return line["id: ".Length..];
        }

        throw new EndOfStreamException();
    }
}
