using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Web;

/// <summary>Which endpoints are open to gRPC-Web, and to whom.</summary>
public sealed class WebEndpointTests
{
    const string Page = "https://page.example";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutDefault_EndpointsAreClosedUntilEnabled()
    {
        await using var closed = await WebHost.StartAsync(options: new GrpcWebOptions());
        await using var open = await WebHost.StartAsync(options: new GrpcWebOptions(), endpoints: e => e.EnableGrpcWeb());

        Assert.Equal(426, await HttpStatusAsync(closed, version: 1));
        Assert.Equal(415, await HttpStatusAsync(closed, version: 2));
        Assert.Equal(200, await HttpStatusAsync(open, version: 1));
    }

    [Fact]
    public async Task WithDefault_EndpointsAreOpenUntilDisabled()
    {
        await using var host = await WebHost.StartAsync(endpoints: e => e.DisableGrpcWeb());

        Assert.Equal(426, await HttpStatusAsync(host, version: 1));
    }

    [Fact]
    public async Task LastMarkOfAnEndpoint_Decides()
    {
        await using var host = await WebHost.StartAsync(endpoints: e => e.DisableGrpcWeb().EnableGrpcWeb());

        Assert.Equal(200, await HttpStatusAsync(host, version: 1));
    }

    [Fact]
    public async Task NativeCall_IsLeftAlone()
    {
        await using var host = await WebHost.StartAsync();
        using var http = new HttpClient();

        var (status, _, body) = await RawCall.SendAsync(http, host.Http2, "Say", [RawCall.Frame(new SayRequest { Text = "a" })], Ct);

        Assert.Equal(StatusCode.OK, status);
        Assert.Equal(5 + new SayReply { Text = "a", Request = new SayRequest { Text = "a" } }.CalculateSize(), body.Length);
    }

    [Fact]
    public async Task PageOfAnotherOrigin_MayCallByThePolicy()
    {
        await using var host = await WebHost.StartAsync(
            services: services => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
                .WithOrigins(Page).AllowAnyHeader().WithMethods("POST").WithExposedHeaders("grpc-status", "grpc-message"))),
            before: app => app.UseCors());
        using var http = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, new Uri(host.Http1, "/tests.echo.v1.Echo/Say"));
        preflight.Headers.Add("origin", Page);
        preflight.Headers.Add("access-control-request-method", "POST");
        preflight.Headers.Add("access-control-request-headers", "content-type,x-grpc-web,x-user-agent");

        using var allowed = await http.SendAsync(preflight, Ct);
        using var caller = new WebCaller(host);
        var refused = await caller.CallAsync("Say", RawCall.Frame(new SayRequest { Act = "fail", Number = 5 }), Ct, ("origin", Page));

        Assert.Equal(204, (int)allowed.StatusCode);
        Assert.Equal([Page], allowed.Headers.GetValues("access-control-allow-origin"));
        Assert.Contains("x-grpc-web", allowed.Headers.GetValues("access-control-allow-headers").Single(), StringComparison.Ordinal);
        Assert.Equal(StatusCode.NotFound, refused.Status);
        Assert.Equal(Page, refused.Headers["access-control-allow-origin"]);
        Assert.Equal("grpc-status,grpc-message", refused.Headers["access-control-expose-headers"]);
    }

    static async Task<int> HttpStatusAsync(WebHost host, int version)
    {
        using var caller = new WebCaller(host, WebForm.Binary, version);
        using var answer = await caller.OpenAsync("Say", [RawCall.Frame(new SayRequest())], Ct);
        return (int)answer.StatusCode;
    }
}
