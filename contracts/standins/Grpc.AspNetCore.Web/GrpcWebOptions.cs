namespace Microsoft.AspNetCore.Builder;

/// <summary>Settings of gRPC-Web.</summary>
public class GrpcWebOptions
{
    /// <summary>Whether gRPC-Web reaches endpoints that say nothing of it themselves; false by default.</summary>
    public bool DefaultEnabled { get; set; }
}
