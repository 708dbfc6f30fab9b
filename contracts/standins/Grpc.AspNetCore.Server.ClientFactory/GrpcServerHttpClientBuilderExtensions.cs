using Grpc.AspNetCore.ClientFactory;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Ties clients to the call that is being served.</summary>
public static class GrpcServerHttpClientBuilderExtensions
{
    /// <summary>The client's calls take over deadline and cancellation of the call that is being served.</summary>
    /// <exception cref="InvalidOperationException">At a call outside any served call, unless the options suppress it.</exception>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        builder.Services.Configure<GrpcClientFactoryOptions>(builder.Name, options =>
            options.CallOptionsActions.Add(call => TakeOver(call, builder.Name)));
        return builder;
    }

    /// <summary>The client's calls take over deadline and cancellation of the call that is being served, with settings.</summary>
    public static IHttpClientBuilder EnableCallContextPropagation(
        this IHttpClientBuilder builder, Action<GrpcContextPropagationOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configureOptions);
        return builder.EnableCallContextPropagation();
    }

    static void TakeOver(CallOptionsContext call, string name)
    {
        var http = call.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext;
        if (http?.Features.Get<IServerCallContextFeature>()?.ServerCallContext is not { } served)
        {
            var settings = call.ServiceProvider.GetRequiredService<IOptionsMonitor<GrpcContextPropagationOptions>>().Get(name);
            if (settings.SuppressContextNotFoundErrors)
                return;
            throw new InvalidOperationException("Unable to propagate server context values to the call. Can't find the gRPC ServerCallContext on the current HttpContext.");
        }
        var options = call.CallOptions;
        if (served.Deadline < (options.Deadline ?? DateTime.MaxValue))
            options = options.WithDeadline(served.Deadline);
        // The token lives as long as the two calls do: nothing is left registered on it.
        if (served.CancellationToken.CanBeCanceled)
        {
            options = options.CancellationToken.CanBeCanceled
                ? options.WithPropagationToken(served.CreatePropagationToken(new ContextPropagationOptions(propagateDeadline: false)))
                : options.WithCancellationToken(served.CancellationToken);
        }
        call.CallOptions = options;
    }
}
