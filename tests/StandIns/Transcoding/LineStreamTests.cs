using System.Text.Json.Nodes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Shapes.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Transcoding;

/// <summary>Server streams as JSON lines, with settings that could break a line.</summary>
public sealed class LineStreamTests : IAsyncLifetime
{
    readonly Watched watched = new();
    WebApplication app = null!;
    HttpClient http = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(watched);
        builder.Services.AddGrpc().AddJsonTranscoding(options => options.JsonSettings.WriteIndented = true);
        app = builder.Build();
        app.MapGrpcService<LinesDoor>();
        await app.StartAsync(Stop);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task IndentedJson_StaysOnOneLineForEachMessage()
    {
        var text = await http.GetStringAsync("/t/lines/three", Stop);
        var lines = text.Split('\n');
        Assert.Equal(["a\nb", "a\nb", "a\nb"], lines[..3].Select(line => (string)JsonNode.Parse(line)!["text"]!));
        Assert.Equal("", Assert.Single(lines[3..]));
    }

    [Fact]
    public async Task StreamThatFails_EndsWithTheErrorAsALineOfItsOwn()
    {
        var text = await http.GetStringAsync("/t/lines/fail", Stop);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var last = JsonNode.Parse(text.TrimEnd('\n').Split('\n')[^1])!;
        Assert.Equal(((int)StatusCode.DataLoss, "lost"), ((int)last["code"]!, (string)last["message"]!));
    }

    [Fact]
    public async Task StreamThatFailsBeforeItsFirstMessage_HasTheStatusOfTheError()
    {
        using var answer = await http.GetAsync("/t/lines/refuse", Stop);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal((int)StatusCode.NotFound, (int)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["code"]!);
    }

    [Fact]
    public async Task ReaderThatLeaves_CancelsTheCall()
    {
        using (var answer = await http.GetAsync("/t/lines/endless", HttpCompletionOption.ResponseHeadersRead, Stop))
        {
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
            Assert.NotNull(await lines.ReadLineAsync(Stop));
        }
        await watched.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
    }

    sealed class Watched
    {
        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    sealed class LinesDoor(Watched watched) : Shapes.ShapesBase
    {
        public override async Task Lines(All request, IServerStreamWriter<All> responseStream, ServerCallContext context)
        {
            if (request.Text == "refuse")
                throw new RpcException(new Status(StatusCode.NotFound, "none"));
            for (var left = 3; left > 0; left--)
                await responseStream.WriteAsync(new All { Text = "a\nb" }, context.CancellationToken);
            if (request.Text == "fail")
                throw new RpcException(new Status(StatusCode.DataLoss, "lost"));
            if (request.Text != "endless")
                return;
            await using var _ = context.CancellationToken.Register(watched.Cancelled.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
        }
    }
}
