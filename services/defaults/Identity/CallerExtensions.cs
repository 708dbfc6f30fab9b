using Grpc.Core;

namespace Tsunagu.ServiceDefaults.Identity;

/// <summary>Gives a handler the caller that the access interceptor admitted.</summary>
public static class CallerExtensions
{
    static readonly object Key = new();

    /// <summary>The caller of this call.</summary>
    /// <exception cref="InvalidOperationException">The method is exempt from access control, so nobody was admitted.</exception>
    public static Caller GetCaller(this ServerCallContext context) =>
        context.UserState.TryGetValue(Key, out var caller)
            ? (Caller)caller
            : throw new InvalidOperationException($"{context.Method} has no caller.");

    internal static bool HasCaller(this ServerCallContext context) => context.UserState.ContainsKey(Key);

    internal static void SetCaller(this ServerCallContext context, Caller caller) => context.UserState[Key] = caller;
}
