using Xunit;

namespace Tsunagu.Tests.StandIns.Interop;

/// <summary>The official cases between our runtime and foreign clients and servers.</summary>
[Collection(Alone)]
public sealed class InteropTests(ITestOutputHelper output)
{
    /// <summary>It takes all cores: tests that measure time do not run beside it.</summary>
    public const string Alone = "interop";

    static readonly string[] Official =
    [
        "empty_unary", "large_unary", "client_streaming", "server_streaming", "ping_pong", "empty_stream", "cancel_after_begin",
        "cancel_after_first_response", "timeout_on_sleeping_server", "custom_metadata", "status_code_and_message",
        "special_status_message", "unimplemented_method", "unimplemented_service", "client_compressed_unary",
        "client_compressed_streaming", "server_compressed_unary", "server_compressed_streaming", "rpc_soak", "channel_soak",
    ];

    static readonly string[] Tls = [.. Official.Where(name => !name.Contains("compressed", StringComparison.Ordinal))];

    static readonly string[] Tools = ["health_check", "health_watch", "reflection_v1", "reflection_v1alpha"];

    static readonly string[] Web =
    [
        "empty_unary", "large_unary", "server_streaming", "cancel_after_first_response", "timeout_on_sleeping_server", "custom_metadata",
        "status_code_and_message", "special_status_message", "unimplemented_method", "unimplemented_service", "rpc_soak",
    ];

    // Over HTTP/1.1 both sides cannot talk at once.
    static readonly string[] WebBothWays = ["client_streaming", "ping_pong", "empty_stream", "cancel_after_begin"];

    static readonly Dictionary<string, string[]> ToOurServer = new()
    {
        ["ours"] = Official,
        ["grpc-js"] = [.. Official, .. Tools],
        ["nice-grpc"] = Official,
        ["grpcio"] = [.. Official, .. Tools],
        ["ours TLS"] = Tls,
        ["grpc-js TLS"] = Tls,
        ["grpcio TLS"] = Tls,
        ["grpc-web"] = Web,
        ["grpc-web-text"] = Web,
        ["connect-web"] = Web,
        ["connect-web-h2"] = [.. Web, .. WebBothWays],
    };

    static readonly Dictionary<string, string[]> ToForeignServers = new() { ["ours to grpc-js"] = Official, ["ours to grpcio"] = Official };

    // The library on the other side cannot do these; the table says why.
    static readonly (string Case, string Column)[] BeyondTheLibrary =
    [
        ("client_compressed_streaming", "nice-grpc"),
        ("client_compressed_streaming", "grpcio"),
        ("server_compressed_unary", "ours to grpc-js"),
        ("server_compressed_streaming", "ours to grpc-js"),
        // In its binary form grpc-web reads an answer at its end alone.
        ("cancel_after_first_response", "grpc-web"),
    ];

    // The client itself ends these calls, whatever a server answers.
    static readonly string[] BeyondTheServer = ["cancel_after_begin", "timeout_on_sleeping_server"];

    // The wrong server leaves the first message of a stream as it should be; a client of gRPC-Web ends the call then.
    static readonly string[] BeyondTheServerOnTheWeb = ["cancel_after_begin", "cancel_after_first_response"];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryCase_PassesWithEverySpeaker()
    {
        var run = await InteropProgram.RunAsync([], Stop);

        output.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
        var duty = ToOurServer.Concat(ToForeignServers).SelectMany(column => column.Value.Select(name => (name, column.Key))).ToArray();
        var spoken = run.Cells().Where(cell => cell.Value != "-").ToDictionary();
        Assert.Equal(duty.Order(), spoken.Keys.Order());
        Assert.All(duty, cell => Assert.Equal(BeyondTheLibrary.Contains(cell) ? "n/a" : "ok", spoken[cell]));
    }

    [Fact]
    public async Task EveryCase_FailsWhenTheServerAnswersWrongly()
    {
        var run = await InteropProgram.RunAsync(["--spoiled", "--soak-iterations", "3", .. ToOurServer.Keys.SelectMany(name => new[] { "--speaker", name })], Stop);

        Assert.True(run.ExitCode == 1, run.Output);
        var cells = run.Cells();
        Assert.All(ToOurServer, column => Assert.All(column.Value.Except(column.Value.Contains("channel_soak") ? BeyondTheServer : BeyondTheServerOnTheWeb), name =>
            Assert.True(cells[(name, column.Key)] == (BeyondTheLibrary.Contains((name, column.Key)) ? "n/a" : "FAIL"), $"{name} by {column.Key}:\n{run.Output}")));
    }
}

[CollectionDefinition(InteropTests.Alone, DisableParallelization = true)]
public sealed class InteropRuns;
