using Grpc.Core;
using Tests.Echo.V1;

namespace Tsunagu.Tests.StandIns.Clients;

/// <summary>The same exchange by each kind of call.</summary>
static class EchoCalls
{
    /// <summary>Says the texts (a single-message call: the first of them) and gives the words of the answer and the header <c>seen</c>.</summary>
    public static async Task<(string[] Words, string? Seen, string? Attempts)> SayAsync(this Echo.EchoClient client, MethodType type, string[] texts, CallOptions options = default)
    {
        var first = new SayRequest { Text = texts[0] };
        switch (type)
        {
            case MethodType.Unary:
                using (var call = client.SayAsync(first, options))
                    return Answer((await call).Words, await call.ResponseHeadersAsync);
            case MethodType.ServerStreaming:
                using (var call = client.Count(first, options))
                    return Answer(await ReadAsync(call.ResponseStream), await call.ResponseHeadersAsync);
            case MethodType.ClientStreaming:
                using (var call = client.Collect(options))
                {
                    await WriteAsync(call.RequestStream, texts);
                    return Answer((await call).Words, await call.ResponseHeadersAsync);
                }
            default:
                using (var call = client.Chat(options))
                {
                    await WriteAsync(call.RequestStream, texts);
                    return Answer(await ReadAsync(call.ResponseStream), await call.ResponseHeadersAsync);
                }
        }
    }

    static (string[], string?, string?) Answer(IEnumerable<string> words, Metadata headers) =>
        ([.. words], headers.GetValue("seen"), headers.GetValue("grpc-previous-rpc-attempts"));

    static async Task WriteAsync(IClientStreamWriter<SayRequest> requests, string[] texts)
    {
        foreach (var text in texts)
            await requests.WriteAsync(new SayRequest { Text = text });
        await requests.CompleteAsync();
    }

    static async Task<List<string>> ReadAsync(IAsyncStreamReader<SayReply> replies)
    {
        var words = new List<string>();
        await foreach (var reply in replies.ReadAllAsync())
            words.AddRange(reply.Words);
        return words;
    }
}
