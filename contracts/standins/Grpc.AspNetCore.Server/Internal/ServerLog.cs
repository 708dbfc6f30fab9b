using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Log messages; they carry no text of a status, which may name people.</summary>
static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Information, "Error status code '{StatusCode}' raised by '{Method}'.")]
    internal static partial void Failed(this ILogger log, StatusCode statusCode, string method);

    [LoggerMessage(2, LogLevel.Error, "Error when executing service method '{Method}'.")]
    internal static partial void Threw(this ILogger log, Exception exception, string method);

    [LoggerMessage(3, LogLevel.Debug, "Call of '{Method}' was cancelled by its caller.")]
    internal static partial void Cancelled(this ILogger log, string method);

    [LoggerMessage(4, LogLevel.Information, "'{Path}' is not implemented.")]
    internal static partial void Unimplemented(this ILogger log, string path);
}
