namespace Grpc.Net.ClientFactory;

/// <summary>Makes registered clients by name.</summary>
public abstract class GrpcClientFactory
{
    /// <summary>Makes the client that was registered as <paramref name="name"/>.</summary>
    /// <exception cref="InvalidOperationException">No such client is registered.</exception>
    public abstract TClient CreateClient<TClient>(string name)
        where TClient : class;
}
