namespace Tsunagu.Tests.Interop;

/// <summary>The cases, under the names that the gRPC project gave them.</summary>
static class Cases
{
    public static readonly IReadOnlyList<string> Official =
    [
        "empty_unary", "large_unary", "client_streaming", "server_streaming", "ping_pong", "empty_stream",
        "cancel_after_begin", "cancel_after_first_response", "timeout_on_sleeping_server",
        "custom_metadata", "status_code_and_message", "special_status_message", "unimplemented_method", "unimplemented_service",
        "client_compressed_unary", "client_compressed_streaming", "server_compressed_unary", "server_compressed_streaming",
        "rpc_soak", "channel_soak",
    ];

    /// <summary>Those of them that TLS may change; what is compressed is the same below it.</summary>
    public static readonly IReadOnlyList<string> Tls = [.. Official.Where(name => !name.Contains("compressed", StringComparison.Ordinal))];

    /// <summary>Those of them that gRPC-Web can do over HTTP/1.1; what a duplex call shows elsewhere, a server stream shows here.</summary>
    public static readonly IReadOnlyList<string> Web =
    [
        "empty_unary", "large_unary", "server_streaming", "cancel_after_first_response", "timeout_on_sleeping_server",
        "custom_metadata", "status_code_and_message", "special_status_message", "unimplemented_method", "unimplemented_service", "rpc_soak",
    ];

    /// <summary>What gRPC-Web can do besides where both sides may talk at once.</summary>
    public static readonly IReadOnlyList<string> WebBothWays = ["client_streaming", "ping_pong", "empty_stream", "cancel_after_begin"];

    /// <summary>Health, and calls made from nothing but what the server tells of itself.</summary>
    public static readonly IReadOnlyList<string> Tools = ["health_check", "health_watch", "reflection_v1", "reflection_v1alpha"];
}
