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
}
