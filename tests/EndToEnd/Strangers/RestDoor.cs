using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>The REST door, entered by plain HTTP; answers are read as the JSON form of the contract's messages, unknown fields refused.</summary>
sealed class RestDoor(HttpClient http)
{
    const string DataLine = "data: ";

    public async Task<Answer> AskAsync(Call call, CancellationToken ct)
    {
        using var request = RestRequest.Of(call);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!answer.IsSuccessStatusCode)
            return new Answer([], RefusedBy(JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!, (int)answer.StatusCode));
        if (call.Method.OutputType == HttpBody.Descriptor)
            return new Answer([await BodyAsync(answer, call, ct)], null);
        return new Answer(
            call.Method.IsServerStreaming
                ? await MessagesAsync(answer, call, Rpcs.IsEventStream(call.Method) ? DataLine : "{", ct)
                : [Read(await answer.Content.ReadAsStringAsync(ct), call.Method)],
            null);
    }

    // A body of its own kind; the line end behind a piece belongs to REST alone, and a download has none.
    static async Task<HttpBody> BodyAsync(HttpResponseMessage answer, Call call, CancellationToken ct) => new()
    {
        ContentType = answer.Content.Headers.ContentType?.ToString() ?? "",
        Data = Rpcs.IsDownload(call.Method)
            ? ByteString.CopyFrom(await answer.Content.ReadAsByteArrayAsync(ct))
            : ByteString.CopyFromUtf8((await answer.Content.ReadAsStringAsync(ct)).TrimEnd('\n')),
    };

    // Events in lines of their own kind, or one JSON object a line.
    static async Task<IReadOnlyList<IMessage>> MessagesAsync(HttpResponseMessage answer, Call call, string begin, CancellationToken ct)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(ct));
        var messages = new List<IMessage>();
        while (messages.Count < call.Take && await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith(begin, StringComparison.Ordinal))
                messages.Add(Read(begin == DataLine ? line[begin.Length..] : line, call.Method));
        }
        return messages;
    }

    static IMessage Read(string json, MethodDescriptor method) => JsonParser.Default.Parse(json, method.OutputType);

    static Refused RefusedBy(JsonNode problem, int status)
    {
        var fields = problem["errors"]!.AsArray().Select(error => $"{error!["field"]}: {error["detail"]}");
        return new Refused(status, problem["code"]!.ToString(), problem["detail"]!.ToString(), string.Join('\n', fields))
        {
            Traced = problem["traceId"] is not null,
        };
    }
}
