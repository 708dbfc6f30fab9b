using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Tsunagu.ServiceDefaults.Clients;

namespace Tsunagu.ServiceDefaults;

/// <summary>Clients of the suite's other services.</summary>
public static class ServiceClientExtensions
{
    /// <summary>
    /// Adds a typed client. Inside a call it acts for the caller: token, purpose, deadline and cancellation go along.
    /// Outside one it uses this service's own token. Calls without a deadline get ten seconds; a single answer that is
    /// UNAVAILABLE is asked for again a few times, which is safe because every write carries a request_id.
    /// </summary>
    /// <param name="builder">The calling service.</param>
    /// <param name="name">The called service: its address is <c>services:{name}:grpc:0</c>, else <c>services:{name}:http:0</c>.</param>
    public static IHostApplicationBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string name)
        where TClient : ClientBase<TClient>
    {
        builder.Services.TryAddTransient<TokenHandler>();
        builder.Services.TryAddSingleton<CallPropagation>();
        builder.Services.AddGrpcClient<TClient>((services, options) =>
                options.Address = Address(services.GetRequiredService<IConfiguration>(), name))
            .AddInterceptor<CallPropagation>()
            .AddHttpMessageHandler<TokenHandler>();
        return builder;
    }

    static Uri Address(IConfiguration configuration, string name) =>
        new(configuration[$"services:{name}:grpc:0"] ?? configuration[$"services:{name}:http:0"]
            ?? throw new BootException($"services:{name}:grpc:0 is not set: give the address of {name}."));
}
