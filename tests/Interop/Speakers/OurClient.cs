using System.Runtime.CompilerServices;
using Grpc.Net.Client;
using Grpc.Testing;
using Tsunagu.Tests.Interop.Driver;
using Tsunagu.Tests.Interop.Wire;

namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>Our own client, a channel for each case.</summary>
class OurClient(string name, IReadOnlyDictionary<string, string> notApplicable) : Speaker(name, Interop.Cases.Official)
{
    static readonly TimeSpan CasePatience = TimeSpan.FromSeconds(60);

    public override async IAsyncEnumerable<Verdict> SpeakAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var name in Cases)
            yield return notApplicable.TryGetValue(name, out var reason) ? new Verdict(name, Outcome.NotApplicable, reason) : await RunAsync(name, run, ct);
    }

    static async Task<Verdict> RunAsync(string name, Run run, CancellationToken ct)
    {
        try
        {
            using var wire = new FlagReadingHandler();
            using var channel = GrpcChannel.ForAddress(run.Server, new GrpcChannelOptions { HttpHandler = wire });
            await RunAsync(name, run, channel, wire).WaitAsync(CasePatience, ct);
            return new Verdict(name, Outcome.Passed);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            return new Verdict(name, Outcome.Failed, failure.Message);
        }
    }

    static Task RunAsync(string name, Run run, GrpcChannel channel, FlagReadingHandler wire)
    {
        var client = new TestService.TestServiceClient(channel);
        return name switch
        {
            "empty_unary" => MessageCases.EmptyUnaryAsync(client),
            "large_unary" => MessageCases.LargeUnaryAsync(client),
            "client_streaming" => MessageCases.ClientStreamingAsync(client),
            "server_streaming" => MessageCases.ServerStreamingAsync(client),
            "ping_pong" => MessageCases.PingPongAsync(client),
            "empty_stream" => MessageCases.EmptyStreamAsync(client),
            "cancel_after_begin" => EndingCases.CancelAfterBeginAsync(client),
            "cancel_after_first_response" => EndingCases.CancelAfterFirstResponseAsync(client),
            "timeout_on_sleeping_server" => EndingCases.TimeoutOnSleepingServerAsync(client),
            "custom_metadata" => MetadataCases.CustomMetadataAsync(client),
            "status_code_and_message" => EndingCases.StatusCodeAndMessageAsync(client),
            "special_status_message" => EndingCases.SpecialStatusMessageAsync(client),
            "unimplemented_method" => EndingCases.UnimplementedMethodAsync(client),
            "unimplemented_service" => EndingCases.UnimplementedServiceAsync(channel),
            "client_compressed_unary" => CompressionCases.ClientUnaryAsync(client),
            "client_compressed_streaming" => CompressionCases.ClientStreamingAsync(client),
            "server_compressed_unary" => CompressionCases.ServerUnaryAsync(client, wire),
            "server_compressed_streaming" => CompressionCases.ServerStreamingAsync(client, wire),
            "rpc_soak" => SoakCases.RpcAsync(client, run.SoakIterations),
            "channel_soak" => SoakCases.ChannelAsync(run.Server, run.SoakIterations),
            _ => throw new CaseFailedException("no such case"),
        };
    }
}
