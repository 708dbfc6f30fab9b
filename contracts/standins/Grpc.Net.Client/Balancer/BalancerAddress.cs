using System.Net;

namespace Grpc.Net.Client.Balancer;

/// <summary>One address that a resolver found.</summary>
public sealed class BalancerAddress
{
    /// <summary>An address.</summary>
    public BalancerAddress(DnsEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        EndPoint = endPoint;
    }

    /// <summary>An address.</summary>
    public BalancerAddress(string host, int port) : this(new DnsEndPoint(host, port))
    {
    }

    /// <summary>Host name or IP address, and port.</summary>
    public DnsEndPoint EndPoint { get; }

    /// <summary>Name for which the address was found: it is sent as authority, and the certificate is checked against it.</summary>
    internal string? HostOverride { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{EndPoint.Host}:{EndPoint.Port}";
}
