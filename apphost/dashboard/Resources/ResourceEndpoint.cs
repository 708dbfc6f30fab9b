namespace Aspire.Dashboard.Resources;

/// <summary>An address a resource answers at.</summary>
/// <param name="Name">Name of the endpoint within the resource, such as <c>http</c> or <c>grpc</c>.</param>
/// <param name="Url">Absolute address. Only http and https addresses are shown as links.</param>
public sealed record ResourceEndpoint(string Name, string Url);
