using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Reflection;

/// <summary>What a server tells of itself, under both names of the protocol.</summary>
public sealed class ReflectionTests : IAsyncLifetime
{
    EchoHost host = null!;

    public static TheoryData<string> Versions => ["grpc.reflection.v1alpha", "grpc.reflection.v1"];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        host = await EchoHost.StartAsync(services: services => services.AddGrpcReflection(), map: app => app.MapGrpcReflectionService());

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Services_AreAllThatAreMapped(string version)
    {
        var answer = await AskAsync(version, new ServerReflectionRequest { ListServices = "" });

        Assert.Equal(
            ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "tests.echo.v1.Echo"],
            answer.ListServicesResponse.Service.Select(service => service.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task FileOfASymbol_ComesWithAllItsImports(string version)
    {
        foreach (var symbol in new[] { "tests.echo.v1.Echo", "tests.echo.v1.Echo.Say", "tests.echo.v1.SayRequest", "tests.echo.v1.SayRequest.LabelsEntry", "tests.echo.v1.Mood" })
        {
            var answer = await AskAsync(version, new ServerReflectionRequest { FileContainingSymbol = symbol });

            // Throws unless every import is there, and before what imports it once the order is turned.
            var files = FileDescriptor.BuildFromByteStrings(answer.FileDescriptorResponse.FileDescriptorProto.OrderBy(Depth));
            Assert.Contains(files, file => file.Services.Any(service => service.FullName == "tests.echo.v1.Echo"));
            Assert.Equal("echo.proto", NameOf(answer.FileDescriptorResponse.FileDescriptorProto[0]));
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task FileOfAName_IsThatFile(string version)
    {
        var answer = await AskAsync(version, new ServerReflectionRequest { Host = "here", FileByFilename = "google/protobuf/duration.proto" });

        Assert.Equal("google/protobuf/duration.proto", NameOf(Assert.Single(answer.FileDescriptorResponse.FileDescriptorProto)));
        Assert.Equal("here", answer.ValidHost);
        Assert.Equal("google/protobuf/duration.proto", answer.OriginalRequest.FileByFilename);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task WhatIsNotKnown_IsAnErrorAndTheStreamGoesOn(string version)
    {
        var answers = await AskAllAsync(
            version,
            new ServerReflectionRequest { FileContainingSymbol = "tests.echo.v1.Nothing" },
            new ServerReflectionRequest { FileByFilename = "nothing.proto" },
            new ServerReflectionRequest { AllExtensionNumbersOfType = "google.protobuf.MethodOptions" },
            new ServerReflectionRequest(),
            new ServerReflectionRequest { ListServices = "*" });

        Assert.Equal(
            [StatusCode.NotFound, StatusCode.NotFound, StatusCode.Unimplemented, StatusCode.Unimplemented],
            answers.Take(4).Select(answer => (StatusCode)answer.ErrorResponse.ErrorCode));
        Assert.NotEmpty(answers[4].ListServicesResponse.Service);
    }

    [Fact]
    public void Registry_KnowsTheFilesAndTheirImports()
    {
        var registry = SymbolRegistry.FromFiles([EchoReflection.Descriptor]);

        Assert.Same(EchoReflection.Descriptor, registry.FileByName("echo.proto"));
        Assert.Same(EchoReflection.Descriptor, registry.FileContainingSymbol("tests.echo.v1.Echo.Chat"));
        Assert.Equal("google/protobuf/timestamp.proto", registry.FileContainingSymbol("google.protobuf.Timestamp")?.Name);
        Assert.Null(registry.FileContainingSymbol("tests.echo.v1"));
    }

    [Fact]
    public void ServiceOfGivenDescriptors_NeedsNoServer()
    {
        var named = new ReflectionServiceImpl(["one", "two"], SymbolRegistry.FromFiles([]));
        var described = new ReflectionServiceImpl(Echo.Descriptor);

        Assert.NotNull(named);
        Assert.NotNull(described);
    }

    [Fact]
    public async Task MapWithoutAdd_IsRefused()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGrpc();
        await using var app = builder.Build();

        var refused = Assert.Throws<InvalidOperationException>(() => app.MapGrpcReflectionService());

        Assert.Contains("AddGrpcReflection", refused.Message, StringComparison.Ordinal);
    }

    async Task<ServerReflectionResponse> AskAsync(string version, ServerReflectionRequest question) => (await AskAllAsync(version, question))[0];

    async Task<IReadOnlyList<ServerReflectionResponse>> AskAllAsync(string version, params ServerReflectionRequest[] questions)
    {
        var method = new Method<ServerReflectionRequest, ServerReflectionResponse>(
            MethodType.DuplexStreaming, $"{version}.ServerReflection", "ServerReflectionInfo", Of(ServerReflectionRequest.Parser), Of(ServerReflectionResponse.Parser));
        using var call = host.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, new CallOptions(cancellationToken: Ct));
        List<ServerReflectionResponse> answers = [];
        foreach (var question in questions)
        {
            await call.RequestStream.WriteAsync(question, Ct);
            Assert.True(await call.ResponseStream.MoveNext(Ct));
            answers.Add(call.ResponseStream.Current);
        }
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Ct));
        return answers;
    }

    static Marshaller<T> Of<T>(MessageParser<T> parser)
        where T : IMessage<T> => Marshallers.Create(message => message.ToByteArray(), parser.ParseFrom);

    static string NameOf(ByteString file) => FileDescriptorProto.Parser.ParseFrom(file).Name;

    // What everything imports comes first.
    static int Depth(ByteString file) => FileDescriptorProto.Parser.ParseFrom(file) switch
    {
        { Dependency.Count: 0 } => 0,
        { Name: "google/api/http.proto" } => 0,
        { Name: "google/api/annotations.proto" } => 1,
        _ => 2,
    };
}
