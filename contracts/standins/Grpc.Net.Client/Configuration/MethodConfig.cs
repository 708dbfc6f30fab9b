namespace Grpc.Net.Client.Configuration;

/// <summary>Settings of the methods that it names.</summary>
public sealed class MethodConfig : ConfigObject
{
    /// <summary>The methods; a name may stand in one <see cref="MethodConfig"/> only.</summary>
    public IList<MethodName> Names { get; } = [];

    /// <summary>How failed calls are made again; null: not at all.</summary>
    public RetryPolicy? RetryPolicy { get; set; }
}

/// <summary>A method, all methods of a service, or all methods.</summary>
public sealed class MethodName : ConfigObject
{
    /// <summary>All methods of all services.</summary>
    public static readonly MethodName Default = new();

    /// <summary>Full name of the service; null for all, and then <see cref="Method"/> is null as well.</summary>
    public string? Service { get; set; }

    /// <summary>Name of the method; null for all of the service.</summary>
    public string? Method { get; set; }
}
