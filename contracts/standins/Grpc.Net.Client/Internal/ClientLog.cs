using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Internal;

static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Warning, "The call credentials of '{Method}' are not sent because the channel is not secure.")]
    internal static partial void CredentialsNotUsed(this ILogger log, string method);
}
