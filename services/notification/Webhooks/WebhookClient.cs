using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Tsunagu.Notifications.Domain;

namespace Tsunagu.Notifications.Webhooks;

/// <summary>Posts signed webhooks. Follows no redirect, keeps no cookie, and reads next to nothing of the answer.</summary>
sealed class WebhookClient : IDisposable
{
    const int AnswerBytes = 4096;
    const int AnswerHeaderKilobytes = 16;

    readonly HttpClient _http;
    readonly TimeSpan _timeout;
    readonly TimeProvider _clock;

    public WebhookClient(IOptions<WebhookOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _timeout = options.Value.Timeout;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxResponseHeadersLength = AnswerHeaderKilobytes,
            MaxResponseDrainSize = AnswerBytes,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        if (!options.Value.AllowPrivateTargets)
            handler.ConnectCallback = GuardedConnect.ToPublicAsync;
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Tsunagu", "1"));
    }

    /// <summary>Status of the answer; 0 and the reason when there was none.</summary>
    public async Task<(int Status, string? Reason)> PostAsync(DeliveryTarget target, Guid id, byte[] body, CancellationToken ct)
    {
        using var request = Request(target, id.ToString(), body);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_timeout);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return ((int)answer.StatusCode, null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (0, "timeout");
        }
        catch (HttpRequestException e)
        {
            return (0, e.HttpRequestError.ToString());
        }
    }

    public void Dispose() => _http.Dispose();

    HttpRequestMessage Request(DeliveryTarget target, string id, byte[] body)
    {
        var timestamp = _clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Sign(target.Secret, id, timestamp, body));
        return request;
    }
}
