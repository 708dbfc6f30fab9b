namespace Grpc.AspNetCore.Web.Internal;

/// <summary>The two forms of gRPC-Web.</summary>
enum WebForm
{
    Binary,

    /// <summary>The binary form in Base64, for readers that take text alone.</summary>
    Text,
}
