using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.ServiceDefaults;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Auditing;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>A small host behind the gateway that has what services have: the defaults, gRPC and transcoding.</summary>
static class SampleServices
{
    public static async Task<WebApplication> StartAsync(int port, string authority, SampleJournal journal)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Development", "--GRPC_PORT", $"{port}", "--Identity:Authority", authority]);
        builder.AddServiceDefaults("sample");
        builder.Services.AddSingleton(journal);
        // Audit and rows need a database; what they do is shown by services that have one.
        builder.Services.PostConfigure<GrpcServiceOptions>(options =>
        {
            options.Interceptors.Remove(options.Interceptors.Single(interceptor => interceptor.Type == typeof(AuditInterceptor)));
            options.Interceptors.Remove(options.Interceptors.Single(interceptor => interceptor.Type == typeof(RowInterceptor)));
        });
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<SampleHousehold>();
        app.MapGrpcService<SampleRecords>();
        app.MapGrpcService<SampleNotifications>();
        app.MapGrpcService<SampleReferrals>();
        app.MapGrpcService<SampleDirectory>();
        await app.PrepareServiceAsync();
        await app.StartAsync();
        var directory = TestDirectory.Of(authority);
        directory.Admit("s-1", "welfare", "caseworker");
        directory.Admit("s-2", "welfare", "administrator");
        await directory.AttachAsync(app.Services);
        return app;
    }
}
