using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Internal;

static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Warning, "The call credentials of '{Method}' are not sent because the channel is not secure.")]
    internal static partial void CredentialsNotUsed(this ILogger log, string method);

    [LoggerMessage(2, LogLevel.Error, "Error resolving {Resolver}.")]
    internal static partial void ResolvingFailed(this ILogger log, Type resolver, Exception exception);

    [LoggerMessage(3, LogLevel.Debug, "Connecting to {Address} failed.")]
    internal static partial void ConnectingFailed(this ILogger log, object address, Exception exception);
}
