using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Builder;
using Tsunagu.ServiceDefaults;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>Developers may ask a service what it offers, without a token; nobody else may.</summary>
public sealed class ReflectionTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InDevelopment_EveryServiceIsToldOf()
    {
        await using var service = await StartAsync("Development");

        var answer = await AskAsync(service, new ServerReflectionRequest { ListServices = "" });
        var file = await AskAsync(service, new ServerReflectionRequest { FileContainingSymbol = "tsunagu.referral.v1.DirectoryService" });

        Assert.Equal(
            ["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "tsunagu.referral.v1.DirectoryService"],
            answer.ListServicesResponse.Service.Select(s => s.Name).Order(StringComparer.Ordinal));
        Assert.NotEmpty(file.FileDescriptorResponse.FileDescriptorProto);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Elsewhere_ItDoesNotExist(string environment)
    {
        await using var service = await StartAsync(environment);

        var refused = await Assert.ThrowsAsync<RpcException>(() => AskAsync(service, new ServerReflectionRequest { ListServices = "" }));

        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
    }

    static async Task<WebApplication> StartAsync(string environment)
    {
        var builder = WebApplication.CreateBuilder(["--environment", environment, "--Identity:Authority", "https://issuer.example"]);
        builder.AddServiceDefaults("probe");
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<ProbeDirectoryRpc>();
        await app.PrepareServiceAsync(Ct);
        await app.StartAsync(Ct);
        return app;
    }

    static async Task<ServerReflectionResponse> AskAsync(WebApplication service, ServerReflectionRequest question)
    {
        using var channel = GrpcChannel.ForAddress(service.Urls.First());
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo(cancellationToken: Ct);
        await call.RequestStream.WriteAsync(question, Ct);
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext(Ct));
        return call.ResponseStream.Current;
    }
}
