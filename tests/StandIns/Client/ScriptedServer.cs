using System.Net;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tests.Echo.V1;

namespace Tsunagu.Tests.StandIns.Clients;

/// <summary>A server whose every answer the test writes itself.</summary>
sealed class ScriptedServer : IAsyncDisposable
{
    readonly WebApplication app;

    ScriptedServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public int Port => Address.Port;

    /// <param name="answer">Called with the number of the request, from 1.</param>
    /// <param name="port">A free one when 0.</param>
    /// <param name="kestrel">Limits of the server.</param>
    public static async Task<ScriptedServer> StartAsync(Func<int, HttpContext, Task> answer, int port = 0, Action<KestrelServerOptions>? kestrel = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel?.Invoke(options);
        });
        var app = builder.Build();
        var requests = 0;
        app.Run(http => answer(Interlocked.Increment(ref requests), http));
        await app.StartAsync();
        return new ScriptedServer(app);
    }

    /// <summary>A channel to this server, disposed by the caller.</summary>
    public GrpcChannel Open(GrpcChannelOptions? options = null) => GrpcChannel.ForAddress(Address, options ?? new());

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    /// <summary>Ends a call without any message: a failure that may be retried.</summary>
    public static Task FailAsync(HttpContext http, StatusCode status, params (string Name, string Value)[] trailers)
    {
        http.Response.ContentType = "application/grpc";
        http.Response.Headers["grpc-status"] = $"{(int)status}";
        foreach (var (name, value) in trailers)
            http.Response.Headers[name] = value;
        return Task.CompletedTask;
    }

    public static async Task StartReplyAsync(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        await http.Response.StartAsync();
        await http.Response.Body.FlushAsync();
    }

    public static async Task WriteAsync(HttpContext http, SayReply reply)
    {
        http.Response.ContentType = "application/grpc";
        await http.Response.Body.WriteAsync(RawCall.Frame(reply));
        await http.Response.Body.FlushAsync();
    }

    public static void End(HttpContext http, StatusCode status) => http.Response.AppendTrailer("grpc-status", $"{(int)status}");

    /// <summary>Reads requests to the end and answers with their texts, and in the header <c>seen</c> how often this call was tried before.</summary>
    public static async Task EchoAsync(HttpContext http)
    {
        var texts = await ReadAllAsync(http);
        http.Response.Headers["seen"] = http.Request.Headers["grpc-previous-rpc-attempts"].ToString();
        await WriteAsync(http, new SayReply { Words = { texts } });
        End(http, StatusCode.OK);
    }

    public static async Task<List<string>> ReadAllAsync(HttpContext http)
    {
        var texts = new List<string>();
        while (await ReadAsync(http) is { } request)
            texts.Add(request.Text);
        return texts;
    }

    /// <summary>The next request message; null at the end.</summary>
    public static async Task<SayRequest?> ReadAsync(HttpContext http)
    {
        var header = new byte[5];
        if (await http.Request.Body.ReadAtLeastAsync(header, 5, throwOnEndOfStream: false) == 0)
            return null;
        var payload = new byte[System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1))];
        await http.Request.Body.ReadExactlyAsync(payload);
        return SayRequest.Parser.ParseFrom(payload);
    }

    public static void Reset(HttpContext http, int code) => http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
}
