namespace Tsunagu.Gateway.Web;

/// <summary>A gRPC-Web call as it arrived.</summary>
/// <param name="Text">True for the text form, Base64.</param>
/// <param name="Protocol">Version of HTTP.</param>
/// <param name="Announced">Length of the body as it travels; null when it is not told.</param>
sealed record WebCall(bool Text, string Protocol, long? Announced)
{
    const string MediaType = "application/grpc-web";

    /// <summary>Bytes that a body of the given length takes on the way.</summary>
    public long OnTheWire(long plain) => Text ? (plain + 2) / 3 * 4 : plain;

    /// <summary>True for a body of gRPC-Web.</summary>
    public static bool Is(HttpRequest request) => request.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Reads the head of a request.</summary>
    public static WebCall Of(HttpRequest request) =>
        new(request.ContentType!.StartsWith($"{MediaType}-text", StringComparison.OrdinalIgnoreCase), request.Protocol, request.ContentLength);
}
