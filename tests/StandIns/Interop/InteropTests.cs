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

    // The wrong server leaves the first message of a stream as it should be; the client ends the call then.
    static readonly string[] FirstAnswerIsRight = ["cancel_after_begin", "cancel_after_first_response"];

    static readonly string[] Official =
    [
        "empty_unary", "large_unary", "client_streaming", "server_streaming", "ping_pong", "empty_stream", "cancel_after_begin",
        "cancel_after_first_response", "timeout_on_sleeping_server", "custom_metadata", "status_code_and_message",
        "special_status_message", "unimplemented_method", "unimplemented_service", "client_compressed_unary",
        "client_compressed_streaming", "server_compressed_unary", "server_compressed_streaming", "rpc_soak", "channel_soak",
    ];

    static readonly string[] Tools = ["health_check", "health_watch", "reflection_v1", "reflection_v1alpha"];

    // In columns of their own, after the five of the official cases. Over HTTP/1.1 both sides cannot talk at once.
    static readonly Dictionary<string, string[]> Web = new()
    {
        ["empty_unary"] = ["ok", "ok", "ok", "ok"],
        ["large_unary"] = ["ok", "ok", "ok", "ok"],
        ["server_streaming"] = ["ok", "ok", "ok", "ok"],
        // In its binary form grpc-web reads an answer at its end alone.
        ["cancel_after_first_response"] = ["n/a", "ok", "ok", "ok"],
        ["timeout_on_sleeping_server"] = ["ok", "ok", "ok", "ok"],
        ["custom_metadata"] = ["ok", "ok", "ok", "ok"],
        ["status_code_and_message"] = ["ok", "ok", "ok", "ok"],
        ["special_status_message"] = ["ok", "ok", "ok", "ok"],
        ["unimplemented_method"] = ["ok", "ok", "ok", "ok"],
        ["unimplemented_service"] = ["ok", "ok", "ok", "ok"],
        ["rpc_soak"] = ["ok", "ok", "ok", "ok"],
        ["client_streaming"] = ["-", "-", "-", "ok"],
        ["ping_pong"] = ["-", "-", "-", "ok"],
        ["empty_stream"] = ["-", "-", "-", "ok"],
        ["cancel_after_begin"] = ["-", "-", "-", "ok"],
    };

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryCase_PassesWithEverySpeaker()
    {
        var run = await InteropProgram.RunAsync([], Stop);

        output.WriteLine(run.Output);
        Assert.True(run.ExitCode == 0, run.Output);
        var rows = run.Rows();
        Assert.All(Official, name => Assert.Equal(BeyondTheLibrary.GetValueOrDefault(name, ["ok", "ok", "ok", "ok", "ok"]), rows[name].Take(5)));
        Assert.All(Web, row => Assert.Equal(row.Value, rows[row.Key].Skip(5)));
        Assert.All(Tools, name => Assert.Equal(["-", "ok", "-", "ok"], rows[name].Take(4)));
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
        Assert.All(Tools, name => Assert.Equal(["-", "FAIL", "-", "FAIL"], rows[name]));
    }

    [Fact]
    public async Task EveryWebCase_FailsWhenTheServerAnswersWrongly()
    {
        var run = await InteropProgram.RunAsync(
            ["--spoiled", "--soak-iterations", "3", "--speaker", "grpc-web", "--speaker", "grpc-web-text", "--speaker", "connect-web", "--speaker", "connect-web-h2"], Stop);

        Assert.True(run.ExitCode == 1, run.Output);
        Assert.All(run.Rows().Where(row => !FirstAnswerIsRight.Contains(row.Key)), row => Assert.True(row.Value.All(result => result is "FAIL" or "n/a" or "-"), $"{row.Key}:\n{run.Output}"));
    }
}

[CollectionDefinition(InteropTests.Alone, DisableParallelization = true)]
public sealed class InteropRuns;
