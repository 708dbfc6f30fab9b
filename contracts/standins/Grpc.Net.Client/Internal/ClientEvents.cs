using Grpc.Shared;

namespace Grpc.Net.Client.Internal;

/// <summary>Counts the calls of this process's clients.</summary>
static class ClientEvents
{
    internal static CallEventSource Log { get; } = new("Grpc.Net.Client", serves: false);
}
