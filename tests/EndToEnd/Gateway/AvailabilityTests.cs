using System.Net;
using System.Net.Http.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Contracts.Referrals.V1;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>On a gateway of its own: its services come and go.</summary>
public sealed class AvailabilityTests : IAsyncLifetime
{
    readonly GatewayFixture gateway = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => gateway.InitializeAsync();

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task GatewayThatIsToldToStop_DoesNotWaitForStreams()
    {
        using var client = await gateway.ClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/inbox:watch");
        request.Headers.Accept.Add(new("text/event-stream"));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        var reading = answer.Content.ReadAsStringAsync(Ct);

        await gateway.StopGatewayAsync().WaitAsync(TimeSpan.FromSeconds(25), Ct);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => reading);
    }

    [Fact]
    public async Task ServiceThatRestarts_IsUnavailableAtOnceAndBackAtOnce()
    {
        using var client = await gateway.ClientAsync("s-2");
        var token = await gateway.TokenAsync("s-1");
        using (var before = await client.PostAsJsonAsync("/v1/referrals/unknown:send", new { }, Ct))
            await Problem.Is(before, HttpStatusCode.Forbidden);

        await gateway.StopServicesAsync();
        for (var i = 0; i < 3; i++)
        {
            using var rest = await client.GetAsync("/v1/referrals/r-1", Ct).WaitAsync(TimeSpan.FromSeconds(15), Ct);
            await Problem.Is(rest, HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
            Assert.Equal(TimeSpan.FromSeconds(1), rest.Headers.RetryAfter?.Delta);
            using var upload = await client.PostAsync("/v1/feeds/residents/imports", new ByteArrayContent([1]), Ct).WaitAsync(TimeSpan.FromSeconds(15), Ct);
            await Problem.Is(upload, HttpStatusCode.ServiceUnavailable);
        }

        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{gateway.GrpcPort}");
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new ReferralService.ReferralServiceClient(channel)
            .GetReferralAsync(new GetReferralRequest(), new Metadata { { "authorization", $"Bearer {token}" } }, cancellationToken: Ct));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);

        await gateway.StartServicesAsync();
        using var after = await client.PostAsJsonAsync("/v1/referrals/unknown:send", new { }, Ct);
        await Problem.Is(after, HttpStatusCode.Forbidden);
    }
}
