namespace Grpc.AspNetCore.Web.Internal;

/// <summary>Media types of gRPC and gRPC-Web; what follows '+' names how messages are encoded and is kept.</summary>
static class MediaTypes
{
    const string Grpc = "application/grpc";
    const string Web = "application/grpc-web";
    const string WebText = "application/grpc-web-text";

    /// <summary>The form that a media type names, or null when it names none.</summary>
    internal static WebForm? FormOf(string? mediaType) =>
        Is(Web, mediaType) ? WebForm.Binary : Is(WebText, mediaType) ? WebForm.Text : null;

    internal static bool IsGrpc(string? mediaType) => Is(Grpc, mediaType);

    internal static string ToGrpc(string mediaType) => Grpc + Suffix(mediaType);

    internal static string ToWeb(string mediaType, WebForm form) => (form == WebForm.Text ? WebText : Web) + Suffix(mediaType);

    static bool Is(string expected, string? mediaType) =>
        mediaType is not null
        && mediaType.StartsWith(expected, StringComparison.OrdinalIgnoreCase)
        && (mediaType.Length == expected.Length || mediaType[expected.Length] is ';' or '+' or ' ');

    static string Suffix(string mediaType) => mediaType.IndexOf('+', StringComparison.Ordinal) is var at and >= 0 ? mediaType[at..] : "";
}
