using System.Net.Http.Headers;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>Sends a token and a purpose with every call.</summary>
sealed class CallerHandler(string token, string? purpose) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (purpose is not null) request.Headers.Add("tsunagu-purpose", purpose);
        return base.SendAsync(request, cancellationToken);
    }
}
