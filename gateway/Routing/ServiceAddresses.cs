namespace Tsunagu.Gateway.Routing;

/// <summary>Replicas of the services by configuration: <c>services:{name}:grpc:{n}</c>, else <c>services:{name}:http:{n}</c>.</summary>
sealed class ServiceAddresses(IConfiguration configuration)
{
    /// <summary>Addresses of a service in their order; none when it is not configured.</summary>
    public IReadOnlyList<Uri> this[string service]
    {
        get
        {
            var grpc = Read(service, "grpc");
            return grpc.Count > 0 ? grpc : Read(service, "http");
        }
    }

    List<Uri> Read(string service, string scheme) =>
        [.. configuration.GetSection($"services:{service}:{scheme}").GetChildren().Select(c => c.Value).OfType<string>().Select(v => new Uri(v))];
}
