using Xunit;

namespace Tsunagu.Tests.StandIns.Interop;

/// <summary>The official cases between our runtime and foreign clients and servers.</summary>
[Collection(Alone)]
public sealed class InteropTests(ITestOutputHelper output)
{
    /// <summary>It takes all cores: tests that measure time do not run beside it.</summary>
    public const string Alone = "interop";

    // The library on the other side cannot do these; the table says why.
    static readonly Dictionary<string, string[]> BeyondTheLibrary = new()
    {
        ["client_compressed_streaming"] = ["ok", "ok", "n/a", "n/a", "ok"],
        ["server_compressed_unary"] = ["ok", "ok", "ok", "ok", "n/a"],
        ["server_compressed_streaming"] = ["ok", "ok", "ok", "ok", "n/a"],
    };

    // The client itself ends these calls, whatever the server does.
    static readonly string[] BeyondTheServer = ["cancel_after_begin", "timeout_on_sleeping_server"];

    static readonly string[] Official =
    [
        "empty_unary", "large_unary", "client_streaming", "server_streaming", "ping_pong", "empty_stream", "cancel_after_begin",
        "cancel_after_first_response", "timeout_on_sleeping_server", "custom_metadata", "status_code_and_message",
        "special_status_message", "unimplemented_method", "unimplemented_service", "client_compressed_unary",
        "client_compressed_streaming", "server_compressed_unary", "server_compressed_streaming", "rpc_soak", "channel_soak",
    ];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryCase_PassesWithEverySpeaker()
    {
        var run = await InteropProgram.RunAsync([], Stop);

        output.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
        var rows = run.Rows();
        Assert.All(Official, name => Assert.Equal(BeyondTheLibrary.GetValueOrDefault(name, ["ok", "ok", "ok", "ok", "ok"]), rows[name].Take(5)));
        Assert.All(rows.Where(row => !Official.Contains(row.Key)), row => Assert.DoesNotContain("n/a", row.Value));
    }

    [Fact]
    public async Task EveryCase_FailsWithEverySpeakerWhenTheServerAnswersWrongly()
    {
        var run = await InteropProgram.RunAsync(
            ["--spoiled", "--soak-iterations", "3", "--speaker", "ours", "--speaker", "grpc-js", "--speaker", "nice-grpc", "--speaker", "grpcio"], Stop);

        Assert.True(run.ExitCode == 1, run.Output);
        var rows = run.Rows();
        Assert.All(Official.Except(BeyondTheServer), name => Assert.True(rows[name].All(result => result is "FAIL" or "n/a"), $"{name}:\n{run.Output}"));
    }
}

[CollectionDefinition(InteropTests.Alone, DisableParallelization = true)]
public sealed class InteropRuns;
