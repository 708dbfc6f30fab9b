using Microsoft.AspNetCore.Builder;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>A gRPC service that every service of the suite offers beside its own.</summary>
/// <param name="Map">Maps it.</param>
sealed record CommonRpc(Action<WebApplication> Map);
