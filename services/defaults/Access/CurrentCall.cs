using Grpc.Core;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>The call that is being served, for the calls to other services that are made on its behalf.</summary>
static class CurrentCall
{
    static readonly AsyncLocal<ServerCallContext?> Call = new();

    /// <summary>Null outside a call: in consumers and jobs.</summary>
    public static ServerCallContext? Value => Call.Value;

    public static Scope Enter(ServerCallContext context)
    {
        Call.Value = context;
        return default;
    }

    internal readonly struct Scope : IDisposable
    {
        public void Dispose() => Call.Value = null;
    }
}
