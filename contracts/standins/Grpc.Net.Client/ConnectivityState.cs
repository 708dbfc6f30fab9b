namespace Grpc.Core;

/// <summary>State of a channel's connections.</summary>
public enum ConnectivityState
{
    /// <summary>Not connected, and not trying to be.</summary>
    Idle,

    /// <summary>Finding addresses or connecting.</summary>
    Connecting,

    /// <summary>Calls can be sent.</summary>
    Ready,

    /// <summary>Connecting failed; it is tried again after a pause.</summary>
    TransientFailure,

    /// <summary>The channel was disposed.</summary>
    Shutdown,
}
