using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns;

/// <summary>Our client before servers that answer in every odd way.</summary>
public sealed class ForeignServerTests
{
    static readonly byte[] Frame = RawCall.Frame(new SayReply { Text = "いろは" });

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Response_CutAtEveryByte_IsReadTheSame()
    {
        await using var server = await ServeAsync(async http =>
        {
            var cut = int.Parse(http.Request.Headers["cut"]!, System.Globalization.CultureInfo.InvariantCulture);
            await WriteAsync(http, Frame[..cut], Frame[cut..], Frame);
            End(http, StatusCode.OK);
        });
        for (var cut = 0; cut <= Frame.Length; cut++)
        {
            using var call = server.Client.Count(new SayRequest(), new Metadata { { "cut", $"{cut}" } }, cancellationToken: Stop);
            Assert.Equal(["いろは", "いろは"], await call.ResponseStream.ReadAllAsync(Stop).Select(reply => reply.Text).ToListAsync(Stop));
        }
    }

    [Fact]
    public async Task ResponseThatEndsEarly_IsInternal()
    {
        foreach (var length in Enumerable.Range(1, Frame.Length - 1))
        {
            await using var server = await ServeAsync(async http =>
            {
                await WriteAsync(http, Frame[..length]);
                End(http, StatusCode.OK);
            });
            Assert.Equal(StatusCode.Internal, await StatusAsync(server.Client));
        }
    }

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(500, StatusCode.Unknown)]
    public async Task HttpStatusWithoutGrpcStatus_IsMapped(int status, StatusCode expected)
    {
        await using var server = await ServeAsync(http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        Assert.Equal(expected, await StatusAsync(server.Client));
    }

    [Fact]
    public async Task GrpcStatus_WinsOverTheHttpStatus()
    {
        await using var server = await ServeAsync(http =>
        {
            http.Response.StatusCode = 503;
            http.Response.Headers["grpc-status"] = "7";
            return Task.CompletedTask;
        });
        Assert.Equal(StatusCode.PermissionDenied, await StatusAsync(server.Client));
    }

    [Fact]
    public async Task MissingTrailers_AreCancelled()
    {
        await using var server = await ServeAsync(http => WriteAsync(http, Frame));
        Assert.Equal(StatusCode.Cancelled, await StatusAsync(server.Client));
    }

    [Fact]
    public async Task WrongContentType_IsCancelled()
    {
        await using var server = await ServeAsync(http => http.Response.WriteAsync("<html>"));
        Assert.Equal(StatusCode.Cancelled, await StatusAsync(server.Client));
    }

    [Fact]
    public async Task OkWithoutAMessage_IsInternal()
    {
        await using var server = await ServeAsync(async http =>
        {
            await WriteAsync(http, []);
            End(http, StatusCode.OK);
        });
        Assert.Equal(StatusCode.Internal, await StatusAsync(server.Client));
    }

    [Theory]
    [InlineData("99", StatusCode.Unknown)]
    [InlineData("x", StatusCode.Unknown)]
    [InlineData("5", StatusCode.NotFound)]
    public async Task StatusThatIsNoCode_IsUnknown(string status, StatusCode expected)
    {
        await using var server = await ServeAsync(http =>
        {
            http.Response.ContentType = "application/grpc";
            http.Response.Headers["grpc-status"] = status;
            return Task.CompletedTask;
        });
        Assert.Equal(expected, await StatusAsync(server.Client));
    }

    [Theory]
    [InlineData("%E3%81%82%", "あ%")]
    [InlineData("100%", "100%")]
    [InlineData("%zz%20", "%zz ")]
    public async Task BrokenEscapesInTheMessage_StayAsTheyAre(string message, string expected)
    {
        await using var server = await ServeAsync(http =>
        {
            http.Response.ContentType = "application/grpc";
            http.Response.Headers["grpc-status"] = "5";
            http.Response.Headers["grpc-message"] = message;
            return Task.CompletedTask;
        });
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.SayAsync(new SayRequest(), cancellationToken: Stop));
        Assert.Equal(expected, failure.Status.Detail);
    }

    [Theory]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x7, StatusCode.Unavailable)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public async Task ResetInMidStream_IsMapped(int code, StatusCode expected)
    {
        await using var server = await ServeAsync(async http =>
        {
            await WriteAsync(http, Frame, Frame[..3]);
            http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
        });
        using var call = server.Client.Count(new SayRequest(), cancellationToken: Stop);
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(Stop))
            {
            }
        });
        Assert.Equal(expected, failure.StatusCode);
    }

    [Fact]
    public async Task ConnectionThatBreaks_IsUnavailable()
    {
        await using var server = await ServeAsync(async http =>
        {
            await WriteAsync(http, Frame[..3]);
            http.Features.GetRequiredFeature<Microsoft.AspNetCore.Connections.Features.IConnectionLifetimeFeature>().Abort();
        });
        Assert.Equal(StatusCode.Unavailable, await StatusAsync(server.Client));
    }

    static async Task WriteAsync(HttpContext http, params byte[][] pieces)
    {
        http.Response.ContentType = "application/grpc";
        foreach (var piece in pieces)
        {
            await http.Response.Body.WriteAsync(piece, Stop);
            await http.Response.Body.FlushAsync(Stop);
        }
    }

    static void End(HttpContext http, StatusCode status) => http.Response.AppendTrailer("grpc-status", $"{(int)status}");

    static async Task<StatusCode> StatusAsync(Echo.EchoClient client) =>
        (await Assert.ThrowsAsync<RpcException>(async () => await client.SayAsync(new SayRequest(), cancellationToken: Stop))).StatusCode;

    static async Task<Server> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new Server(app);
    }

    sealed class Server(WebApplication app) : IAsyncDisposable
    {
        readonly GrpcChannel channel = GrpcChannel.ForAddress(app.Urls.Single());

        public Echo.EchoClient Client => new(channel);

        public async ValueTask DisposeAsync()
        {
            channel.Dispose();
            await app.DisposeAsync();
        }
    }
}
