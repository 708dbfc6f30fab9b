using Aspire.Hosting.Servers;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A RabbitMQ server.</summary>
public class RabbitMQServerResource : ContainerResource, IResourceWithConnectionString
{
    internal const string DefaultUserName = "guest";
    internal const string PrimaryEndpointName = "tcp";

    /// <summary>Describes a server.</summary>
    /// <param name="name">The unique name.</param>
    /// <param name="userName">The user; <c>guest</c> when null.</param>
    /// <param name="password">Its password.</param>
    public RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password) : base(name)
    {
        ArgumentNullException.ThrowIfNull(password);
        UserNameParameter = userName;
        PasswordParameter = password;
        PrimaryEndpoint = new EndpointReference(this, PrimaryEndpointName);
    }

    /// <summary>Where the server answers.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>The user; <c>guest</c> when null.</summary>
    public ParameterResource? UserNameParameter { get; }

    /// <summary>Its password.</summary>
    public ParameterResource PasswordParameter { get; }

    /// <inheritdoc/>
    public ReferenceExpression ConnectionStringExpression => UserNameParameter is null
        ? ReferenceExpression.Create($"amqp://{DefaultUserName}:{PasswordParameter}@{PrimaryEndpoint.Property(EndpointProperty.HostAndPort)}")
        : ReferenceExpression.Create($"amqp://{UserNameParameter}:{PasswordParameter}@{PrimaryEndpoint.Property(EndpointProperty.HostAndPort)}");

    ValueTask<string?> IResourceWithConnectionString.GetConnectionStringAsync(CancellationToken cancellationToken) =>
        this.TryGetLastAnnotation<OutsideConnectionAnnotation>(out var outside) ? new(outside.ConnectionString) : ConnectionStringExpression.GetValueAsync(cancellationToken);
}
