using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Grpc.Net.ClientFactory;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tsunagu.Tests.Swap;
using Tsunagu.Tests.Swap.V1;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
    kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
});
builder.Services.AddSingleton<Counter>();
builder.Services.AddGrpc(options =>
{
    options.MaxReceiveMessageSize = 1 << 20;
    options.Interceptors.Add<CountingInterceptor>();
}).AddJsonTranscoding();
builder.Services.AddGrpcReflection();
builder.Services.AddGrpcHealthChecks();
builder.Services.AddOpenTelemetry().WithTracing();
await using var app = builder.Build();
app.UseGrpcWeb();
app.MapGrpcService<SampleService>().EnableGrpcWeb();
app.MapGrpcHealthChecksService();
app.MapGrpcReflectionService();
await app.StartAsync();
var (grpc, rest) = (new Uri(app.Urls.First()), new Uri(app.Urls.Last()));

using var channel = GrpcChannel.ForAddress(grpc, new GrpcChannelOptions
{
    ServiceConfig = new ServiceConfig
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = 3,
                    InitialBackoff = TimeSpan.FromMilliseconds(10),
                    MaxBackoff = TimeSpan.FromMilliseconds(50),
                    BackoffMultiplier = 2,
                    RetryableStatusCodes = { StatusCode.Unavailable },
                },
            },
        },
    },
});
var client = new Sample.SampleClient(channel);
var until = DateTime.UtcNow.AddMinutes(1);

using (var call = client.SayAsync(new Words { Text = "hello" }, new Metadata { { "asked", "plainly" } }, until))
{
    Check("unary", (await call.ResponseAsync).Number == 5 && (await call.ResponseHeadersAsync).GetValue("early") == "plainly"
        && call.GetStatus().StatusCode == StatusCode.OK && call.GetTrailers().GetValue("late") == "limited");
}
Check("blocking", client.Say(new Words { Text = "hi" }).Number == 2);

using (var call = client.Collect(deadline: until))
{
    foreach (var number in Enumerable.Range(1, 4))
        await call.RequestStream.WriteAsync(new Words { Number = number });
    await call.RequestStream.CompleteAsync();
    Check("client streaming", (await call).Number == 10);
}
using (var call = client.Count(new Words { Number = 3 }, deadline: until))
{
    List<int> numbers = [];
    await foreach (var words in call.ResponseStream.ReadAllAsync())
        numbers.Add(words.Number);
    Check("server streaming", numbers is [1, 2, 3]);
}
using (var call = client.Chat(deadline: until))
{
    await call.RequestStream.WriteAsync(new Words { Text = "ping" });
    Check("duplex", await call.ResponseStream.MoveNext(CancellationToken.None) && call.ResponseStream.Current.Text == "ping");
    await call.RequestStream.CompleteAsync();
}

var refusal = await RefusalAsync(client.SayAsync(new Words { Text = "refuse" }));
Check("refusal", refusal.StatusCode == StatusCode.FailedPrecondition && refusal.Trailers.GetValueBytes("why-bin") is [1, 2, 3]);
Check("deadline", (await RefusalAsync(client.SayAsync(new Words { Text = "wait" }, deadline: DateTime.UtcNow.AddMilliseconds(200)))).StatusCode == StatusCode.DeadlineExceeded);
using (var stop = new CancellationTokenSource(200))
    Check("cancellation", (await RefusalAsync(client.SayAsync(new Words { Text = "wait" }, cancellationToken: stop.Token))).StatusCode == StatusCode.Cancelled);
Check("size limit", (await RefusalAsync(client.SayAsync(new Words { Text = new string('x', 2 << 20) }))).StatusCode == StatusCode.ResourceExhausted);

var services = new ServiceCollection();
services.AddSingleton<AskingInterceptor>();
services.AddGrpcClient<Sample.SampleClient>(options => options.Address = grpc).AddInterceptor<AskingInterceptor>();
await using (var provider = services.BuildServiceProvider())
{
    using var call = provider.GetRequiredService<Sample.SampleClient>().SayAsync(new Words { Text = "factory" });
    Check("factory, interceptor", (await call.ResponseHeadersAsync).GetValue("early") == "kindly" && (await call).Number == 7);
    Check("factory by name", provider.GetRequiredService<GrpcClientFactory>().CreateClient<Sample.SampleClient>(nameof(Sample.SampleClient)) is not null);
}
Check("server interceptor", app.Services.GetRequiredService<Counter>().Served > 0);

var health = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest());
Check("health", health.Status == HealthCheckResponse.Types.ServingStatus.Serving);
using (var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo())
{
    await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
    Check("reflection", await call.ResponseStream.MoveNext() && call.ResponseStream.Current.ListServicesResponse.Service.Any(one => one.Name == "tests.swap.v1.Sample"));
    await call.RequestStream.CompleteAsync();
}

using var http = new HttpClient { BaseAddress = rest };
using (var web = new ByteArrayContent([0, 0, 0, 0, 3, 10, 1, (byte)'a']))
{
    web.Headers.ContentType = new("application/grpc-web");
    using var answer = await http.PostAsync("/tests.swap.v1.Sample/Say", web);
    Check("grpc-web", (await answer.Content.ReadAsByteArrayAsync()) is [0, 0, 0, 0, 5, 10, 1, (byte)'a', 16, 1, 128, ..]);
}
Check("transcoding, path", (await http.GetFromJsonAsync<JsonElement>("/v1/say/abc")).GetProperty("number").GetInt32() == 3);
using (var answer = await http.PostAsJsonAsync("/v1/say", new { text = "refuse" }))
    Check("transcoding, refusal", answer.StatusCode == HttpStatusCode.BadRequest);
await channel.ShutdownAsync();
return 0;

static void Check(string what, bool holds)
{
    Console.WriteLine($"{what}: {(holds ? "ok" : "failed")}");
    if (!holds)
        throw new InvalidOperationException($"{what} does not work.");
}

static async Task<RpcException> RefusalAsync(AsyncUnaryCall<Words> call)
{
    try
    {
        await call;
    }
    catch (RpcException exception)
    {
        return exception;
    }
    throw new InvalidOperationException("The call was not refused.");
}
