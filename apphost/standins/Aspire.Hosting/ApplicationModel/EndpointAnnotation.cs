using System.Globalization;
using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint a resource answers at.</summary>
public sealed class EndpointAnnotation : IResourceAnnotation
{
    string? _transport;
    int? _targetPort;

    /// <summary>Describes an endpoint.</summary>
    /// <param name="protocol">TCP is the one supported protocol.</param>
    /// <param name="uriScheme">Scheme of its address; the protocol's name by default.</param>
    /// <param name="transport"><c>http</c>, <c>http2</c> or <c>tcp</c>; follows the scheme by default.</param>
    /// <param name="name">Name within the resource; the scheme by default.</param>
    /// <param name="port">The port others use; a free one by default.</param>
    /// <param name="targetPort">The port the process listens on; <paramref name="port"/> by default.</param>
    /// <param name="isExternal">Whether it is meant for callers outside the application.</param>
    /// <param name="isProxied">Whether the host may forward from the port to the process.</param>
    public EndpointAnnotation(ProtocolType protocol, string? uriScheme = null, string? transport = null, string? name = null,
        int? port = null, int? targetPort = null, bool? isExternal = null, bool isProxied = true)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? "tcp";
        Name = name ?? UriScheme;
        Port = port;
        _targetPort = targetPort;
        _transport = transport;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied;
    }

    /// <summary>Name within the resource.</summary>
    public string Name { get; set; }

    /// <summary>The protocol.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>The port others use; null takes a free one.</summary>
    public int? Port { get; set; }

    /// <summary>The port the process listens on.</summary>
    public int? TargetPort { get => _targetPort ?? (IsProxied ? null : Port); set => _targetPort = value; }

    /// <summary>Scheme of its address.</summary>
    public string UriScheme { get; set; }

    /// <summary><c>http</c>, <c>http2</c> or <c>tcp</c>.</summary>
    public string Transport { get => _transport ?? (UriScheme is "http" or "https" ? "http" : "tcp"); set => _transport = value; }

    /// <summary>Whether it is meant for callers outside the application.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether the host may forward from the port to the process.</summary>
    public bool IsProxied { get; set; }

    /// <summary>The address it was given; null before the start.</summary>
    public AllocatedEndpoint? AllocatedEndpoint { get; set; }

    internal string? TargetPortEnvironmentVariable { get; set; }
}

/// <summary>The address an endpoint was given.</summary>
public class AllocatedEndpoint
{
    /// <summary>Describes an address.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="address">The host name.</param>
    /// <param name="port">The port others use.</param>
    public AllocatedEndpoint(EndpointAnnotation endpoint, string address, int port)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        Endpoint = endpoint;
        Address = address;
        Port = port;
    }

    /// <summary>The endpoint.</summary>
    public EndpointAnnotation Endpoint { get; }

    /// <summary>The host name.</summary>
    public string Address { get; }

    /// <summary>The port others use.</summary>
    public int Port { get; }

    /// <summary>The scheme.</summary>
    public string UriScheme => Endpoint.UriScheme;

    /// <summary>Host name and port.</summary>
    public string EndPointString => string.Create(CultureInfo.InvariantCulture, $"{Address}:{Port}");

    /// <summary>The address with its scheme.</summary>
    public string UriString => $"{UriScheme}://{EndPointString}";

    /// <inheritdoc/>
    public override string ToString() => UriString;
}
