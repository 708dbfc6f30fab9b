namespace Grpc.AspNetCore.ClientFactory;

/// <summary>Settings for taking over deadline and cancellation from the call that is being served.</summary>
public class GrpcContextPropagationOptions
{
    /// <summary>Whether a call outside any served call goes out as it is; by default it fails.</summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
