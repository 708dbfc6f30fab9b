using Microsoft.Extensions.Logging;

namespace Tsunagu.ServiceDefaults.Directory;

static partial class DirectoryLog
{
    [LoggerMessage(LogLevel.Warning, "The directory could not be read and ages meanwhile: {Cause}")]
    public static partial void DirectoryNotRead(this ILogger log, string cause);

    [LoggerMessage(LogLevel.Error, "Events of directory {Foreign} are left aside: this service follows {Followed}")]
    public static partial void ForeignDirectory(this ILogger log, Guid foreign, Guid followed);

    [LoggerMessage(LogLevel.Error, "The directory has a gap before {Sequence}: staff are refused until it is published as a whole again")]
    public static partial void DirectoryBroken(this ILogger log, long sequence);

    [LoggerMessage(LogLevel.Information, "The directory is complete up to {Sequence}")]
    public static partial void DirectoryComplete(this ILogger log, long sequence);
}
