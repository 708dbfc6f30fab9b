using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Tsunagu.AppHost.Demo;

/// <summary>Reads server-sent events through the gateway and comes back with the last id after a lost connection.</summary>
static class EventStream
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Events until the server ends the stream or the reader stops it; stopping is no error.</summary>
    public static async IAsyncEnumerable<JsonNode> ReadAsync(
        GatewayClient client, string path, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = "";
        while (!ct.IsCancellationRequested)
        {
            var (response, ended) = await OpenAsync(client, path, last, ct);
            using (response)
            {
                if (ended)
                    yield break;
                if (response is not null)
                {
                    var parser = SseParser.Create(await response.Content.ReadAsStreamAsync(CancellationToken.None));
                    await using var events = parser.EnumerateAsync(ct).GetAsyncEnumerator(ct);
                    while (true)
                    {
                        var step = await NextAsync(events, ct);
                        if (step == Step.End)
                            yield break;
                        // Where a stream begins is known before its first event.
                        if (parser.LastEventId.Length > 0)
                            last = parser.LastEventId;
                        // A stream that broke off says so in an event of its own.
                        if (step == Step.Lost || events.Current.EventType == "problem")
                            break;
                        yield return JsonNode.Parse(events.Current.Data)!;
                    }
                }
            }

            await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    enum Step { Event, End, Lost }

    static async Task<Step> NextAsync(IAsyncEnumerator<SseItem<string>> events, CancellationToken ct)
    {
        try
        {
            return await events.MoveNextAsync() ? Step.Event : Step.End;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Step.End;
        }
        catch (Exception lost) when (lost is IOException or HttpRequestException)
        {
            return Step.Lost;
        }
    }

    /// <summary>An open stream; none while what is watched is not there yet or the gateway is away.</summary>
    static async Task<(HttpResponseMessage? Response, bool Ended)> OpenAsync(
        GatewayClient client, string path, string last, CancellationToken ct)
    {
        using var request = client.Request(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (last != "")
            request.Headers.Add("Last-Event-ID", last);
        try
        {
            var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.IsSuccessStatusCode)
                return (response, false);
            response.Dispose();
            return (null, false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return (null, true);
        }
        catch (HttpRequestException)
        {
            return (null, false);
        }
    }
}
