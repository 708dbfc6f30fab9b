using System.Reflection;
using Google.Api;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Internal;
using Grpc.AspNetCore.Server.Internal.Methods;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Maps a method to an endpoint for each of its HTTP rules.</summary>
sealed class JsonMethodMapper(IOptions<GrpcJsonTranscodingOptions> options, ILoggerFactory loggers) : IMethodMapper
{
    readonly JsonFormat format = new(options.Value);
    readonly ILogger log = loggers.CreateLogger("Microsoft.AspNetCore.Grpc.JsonTranscoding");

    public IEnumerable<IEndpointConventionBuilder> Map(IEndpointRouteBuilder builder, ServerMethod method)
    {
        if (DescriptorOf(method) is not { } descriptor || descriptor.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not { } rule)
            return [];
        // A stream of requests has no form in one HTTP body.
        if (method.HasRequestStream)
        {
            log.Unsupported(method.Description.FullName);
            return [];
        }
        return [.. rule.AdditionalBindings.Prepend(rule).Select(one => Map(builder, method, new JsonBinding(descriptor, one), descriptor))];
    }

    IEndpointConventionBuilder Map(IEndpointRouteBuilder builder, ServerMethod method, JsonBinding binding, MethodDescriptor descriptor)
    {
        var route = RoutePatternFactory.Parse(binding.Template.RoutePattern, defaults: null, parameterPolicies: binding.Template.Policies);
        var endpoint = builder.Map(route, method.Accept(new Handler(binding, format, log)))
            .WithDisplayName($"gRPC - {binding.Verb} {binding.Template.Path}")
            .WithMetadata([.. method.Metadata, new GrpcJsonTranscodingMetadata(descriptor, binding.Rule)]);
        return binding.Verb == "*" ? endpoint : endpoint.WithMetadata(new HttpMethodMetadata([binding.Verb]));
    }

    static MethodDescriptor? DescriptorOf(ServerMethod method)
    {
        for (var type = method.ServiceType; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
                return (attribute.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor)
                    ?.FindMethodByName(method.Description.Name);
        }
        return null;
    }

    sealed class Handler(JsonBinding binding, JsonFormat format, ILogger log) : IServerMethodVisitor<RequestDelegate>
    {
        public RequestDelegate Visit<TRequest, TResponse>(ServerMethod<TRequest, TResponse> method)
            where TRequest : class
            where TResponse : class => http =>
        {
            var call = new JsonServerCall<TRequest, TResponse>(http, method, binding, format, log);
            http.Features.Set<IServerCallContextFeature>(call);
            return call.RunAsync();
        };
    }
}
