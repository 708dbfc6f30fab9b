using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>A page that watches an inbox live (server-sent events) and comes back with the last id whenever the stream breaks off.</summary>
sealed class InboxWatch(PatientClient staff)
{
    readonly List<InboxLine> lines = [];
    string last = "";

    /// <summary>What it was sent, in order.</summary>
    public IReadOnlyList<InboxLine> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    /// <summary>True once it knows where the stream began: from there on it may miss nothing.</summary>
    public bool HasBegun => last != "";

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/inbox:watch");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
            if (last != "")
                request.Headers.Add("Last-Event-ID", last);
            try
            {
                using var response = await staff.OpenAsync(request, stop);
                if (response is not null)
                    await ReadAsync(response, stop);
            }
            catch (Exception lost) when (lost is IOException or HttpRequestException or OperationCanceledException)
            {
                // Comes back with the last id.
            }

            await Task.Delay(200, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var parser = SseParser.Create(await response.Content.ReadAsStreamAsync(stop));
        await foreach (var item in parser.EnumerateAsync(stop))
        {
            if (parser.LastEventId.Length > 0)
                last = parser.LastEventId;
            if (item.EventType == "problem")
                return;
            if (item.Data.Length == 0)
                continue;
            lock (lines)
                lines.Add(InboxReading.Line(JsonNode.Parse(item.Data)!));
        }
    }
}
