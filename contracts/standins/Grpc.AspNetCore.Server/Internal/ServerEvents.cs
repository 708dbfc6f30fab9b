using Grpc.Shared;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Counts the calls of this process's server.</summary>
static class ServerEvents
{
    internal static CallEventSource Log { get; } = new("Grpc.AspNetCore.Server", serves: true);
}
