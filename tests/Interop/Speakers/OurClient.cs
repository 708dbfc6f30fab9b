using System.Runtime.CompilerServices;
using Grpc.Net.Client;
using Grpc.Testing;
using Tsunagu.Tests.Interop.Driver;
using Tsunagu.Tests.Interop.Wire;

namespace Tsunagu.Tests.Interop.Speakers;

/// <summary>Our own client, a channel for each case.</summary>
/// <param name="name">Heading of the column.</param>
/// <param name="notApplicable">Cases that the server cannot do, with the reason.</param>
/// <param name="cases">Cases to go through.</param>
/// <param name="door">How it calls.</param>
class OurClient(string name, Dictionary<string, string> notApplicable, IReadOnlyList<string> cases, Door door = Door.Cleartext) : Speaker(name, cases)
{
    static readonly TimeSpan CasePatience = TimeSpan.FromSeconds(60);

    public override async IAsyncEnumerable<Verdict> SpeakAsync(Run run, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var name in Cases)
            yield return notApplicable.TryGetValue(name, out var reason) ? new Verdict(name, Outcome.NotApplicable, reason) : await RunAsync(name, run, ct);
    }

    async Task<Verdict> RunAsync(string name, Run run, CancellationToken ct)
    {
        try
        {
            using var wire = Handler(run);
            using var channel = Open(run, wire);
            var patience = CasePatience + SoakCases.Overall(run.SoakIterations);
            await RunAsync(name, run, channel, wire).WaitAsync(patience, ct);
            return new Verdict(name, Outcome.Passed);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            return new Verdict(name, Outcome.Failed, failure.Message);
        }
    }

    static FlagReadingHandler Handler(Run run) => new(run.Root);

    GrpcChannel Open(Run run, HttpMessageHandler handler) =>
        GrpcChannel.ForAddress(run.At(door), new GrpcChannelOptions { HttpHandler = handler });

    Task RunAsync(string name, Run run, GrpcChannel channel, FlagReadingHandler wire)
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
            "channel_soak" => SoakCases.ChannelAsync(() => Open(run, Handler(run)), run.SoakIterations),
            _ => throw new CaseFailedException("no such case"),
        };
    }
}
