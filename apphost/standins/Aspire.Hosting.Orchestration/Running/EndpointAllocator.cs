using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Gives every endpoint its address before anything starts, so that references resolve in any order.</summary>
static class EndpointAllocator
{
    /// <exception cref="DistributedApplicationException">A fixed port is taken.</exception>
    public static void Allocate(IEnumerable<IResource> resources)
    {
        foreach (var resource in resources)
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
                endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", Port(resource, endpoint));
    }

    static int Port(IResource resource, EndpointAnnotation endpoint)
    {
        if (endpoint.Port is not { } port)
            return Ports.Free();
        return Ports.IsFree(port)
            ? port
            : throw new DistributedApplicationException($"Port {port} (endpoint '{endpoint.Name}' of '{resource.Name}') is taken by another program. Stop that program or choose another port.");
    }
}
