using System.Net;
using System.Text;
using Google.Protobuf;

namespace Tsunagu.Tests.StandIns.Web;

/// <summary>Calls by gRPC-Web whose bytes the test itself writes.</summary>
sealed class WebCaller(WebHost host, WebForm form = WebForm.Binary, int version = 1) : IDisposable
{
    readonly HttpClient http = new();

    public static string MediaType(WebForm form) => form == WebForm.Text ? "application/grpc-web-text" : "application/grpc-web+proto";

    public void Dispose() => http.Dispose();

    /// <summary>Posts messages as one body.</summary>
    public Task<WebAnswer> CallAsync(string method, CancellationToken cancellationToken, params IMessage[] requests) =>
        CallAsync(method, requests.SelectMany(request => RawCall.Frame(request)).ToArray(), cancellationToken);

    /// <summary>Posts bytes, in Base64 where the form is text.</summary>
    public Task<WebAnswer> CallAsync(string method, byte[] plain, CancellationToken cancellationToken, params (string Name, string Value)[] headers) =>
        PostAsync(method, [form == WebForm.Text ? Encoding.ASCII.GetBytes(Convert.ToBase64String(plain)) : plain], cancellationToken, headers);

    /// <summary>Posts the pieces as they are, each flushed by itself.</summary>
    public async Task<WebAnswer> PostAsync(
        string method, IReadOnlyList<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var response = await OpenAsync(method, pieces, cancellationToken, headers);
        return await WebAnswer.ReadAsync(response, cancellationToken);
    }

    /// <summary>The answer as soon as its headers are there.</summary>
    public async Task<HttpResponseMessage> OpenAsync(
        string method, IReadOnlyList<ReadOnlyMemory<byte>> pieces, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(version == 1 ? host.Http1 : host.Http2, $"/tests.echo.v1.Echo/{method}"))
        {
            Version = version == 1 ? HttpVersion.Version11 : HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = pieces.Count == 1 ? new ReadOnlyMemoryContent(pieces[0]) : new PieceContent(pieces),
        };
        request.Content.Headers.TryAddWithoutValidation("content-type", MediaType(form));
        if (form == WebForm.Text)
            request.Headers.TryAddWithoutValidation("accept", MediaType(form));
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            if (value.Length > 0)
                request.Headers.TryAddWithoutValidation(name, value);
        }
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
